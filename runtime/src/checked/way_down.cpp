#include "way_down.hpp"
#include <algorithm>
#include <iterator>
#include <string>

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

const blocking_function *find_blocking(std::string_view name) noexcept {
  const auto *const at = std::find_if(
      std::begin(blocking_functions), std::end(blocking_functions),
      [name](const blocking_function &each) { return each.name == name; });
  return at == std::end(blocking_functions) ? nullptr : at;
}

way_down find_way_down(const call_stack &stack, std::string_view function) {
  way_down found;
  found.blocks = find_blocking(function);
  found.blocks_name = function;
  for (const std::uintptr_t address : stack.addresses())
    for (const code_place &each : places_at(address)) {
      if (found.innermost.file.empty() && !each.is_foreign())
        found.innermost = each;
      if (each.in_coroutine && !each.is_foreign()) {
        found.coroutine = each;
        return found;
      }
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
  found.coroutine = {};
  return found;
}

} // namespace corolint::rt::detail
