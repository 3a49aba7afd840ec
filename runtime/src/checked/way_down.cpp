#include "way_down.hpp"
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace corolint::rt::detail {

static constexpr blocking_function blocking_functions[] = {
#define COROLINT_BLOCKING_CALL(name, kind, check, because, instead)            \
  {name, kind, check, because, instead},
#include "blocking_calls.def"
#undef COROLINT_BLOCKING_CALL
};

/// libstdc++ defines members in a base class, which debug info names instead.
static constexpr struct {
  std::string_view base;
  std::string_view derived;
} implemented_by[] = {
    {"std::__basic_future::", "std::future::"},
    {"std::__atomic_base::", "std::atomic::"},
};

/// \p name as its user writes it.
static std::string public_name(std::string_view name) {
  for (const auto &each : implemented_by)
    if (name.starts_with(each.base))
      return std::string(each.derived) +
             std::string(name.substr(each.base.size()));
  return std::string(name);
}

/// The only function that is called \p name, whatever it is a member of: debug
/// info of line tables alone (-g1) has no more. Null if there are several.
static const blocking_function *
find_unqualified(std::string_view name) noexcept {
  const blocking_function *found = nullptr;
  for (const blocking_function &each : blocking_functions) {
    const std::size_t colons = each.name.rfind("::");
    if (colons == each.name.npos || each.name.substr(colons + 2) != name)
      continue;
    if (found && found->check != each.check)
      return nullptr;
    found = found ? found : &each;
  }
  return found;
}

const blocking_function *find_blocking(std::string_view name) noexcept {
  const auto *const at = std::find_if(
      std::begin(blocking_functions), std::end(blocking_functions),
      [name](const blocking_function &each) { return each.name == name; });
  if (at != std::end(blocking_functions))
    return at;
  return name.find("::") == name.npos ? find_unqualified(name) : nullptr;
}

/// What is on the way of \p places, whoever called.
static way_down from_nobody(std::span<const code_place> places,
                            std::string_view function) {
  way_down found;
  found.blocks = find_blocking(function);
  found.blocks_name = function;
  for (const code_place &each : places) {
    if (found.innermost.file.empty() && !each.is_foreign())
      found.innermost = each;
    if (each.function.empty() ||
        each.function.starts_with("corolint::rt::detail::"))
      continue;
    found.called = each.short_name();
    if (const blocking_function *known =
            find_blocking(public_name(each.function))) {
      found.blocks = known;
      found.blocks_name = found.called;
    }
  }
  return found;
}

way_down find_way_down(std::span<const code_place> places,
                       const code_place &caller, std::string_view function) {
  const auto index = static_cast<std::size_t>(&caller - places.data());
  way_down found = from_nobody(places.first(index), function);
  found.caller = caller;
  if (found.innermost.file.empty())
    found.innermost = caller;
  return found;
}

way_down find_way_down(const call_stack &stack, std::string_view function) {
  std::vector<code_place> places;
  for (const std::uintptr_t address : stack.addresses())
    for (code_place &each : places_at(address)) {
      places.push_back(std::move(each));
      if (places.back().in_coroutine && !places.back().is_foreign())
        return find_way_down(places, places.back(), function);
    }
  return from_nobody(places, function);
}

std::string_view blocking_check(const way_down &found) {
  return found.blocks ? found.blocks->check : "coro-blocking-call";
}

std::string blocking_text(const way_down &found) {
  const std::string &called =
      found.called.empty() ? found.blocks_name : found.called;
  const bool in_coroutine = found.caller.in_coroutine;
  if (blocking_check(found) == "coro-sync-wait")
    return "'" + called + "' waits for async work " +
           (in_coroutine ? "inside a coroutine" : "on an event loop") +
           "; if that work needs this thread, both wait for ever";
  const std::string thread =
      in_coroutine ? "the thread of this coroutine" : "this event loop";
  if (called != found.blocks_name)
    return "'" + called + "' may block " + thread + "; it reaches '" +
           found.blocks_name + "'";
  return "'" + called + "' blocks " + thread +
         "; every other task there waits " + "too";
}

std::string blocking_reason(const way_down &found, std::string_view took) {
  return "'" + found.blocks_name + "' " + std::string(found.blocks->because) +
         std::string(took);
}

} // namespace corolint::rt::detail
