#include "way_down.hpp"
#include <algorithm>
#include <iterator>

namespace corolint::rt::detail {

static constexpr blocking_function blocking_functions[] = {
#define COROLINT_BLOCKING_CALL(name, kind, check, because, instead)            \
  {name, kind, check, because, instead},
#include "blocking_calls.def"
#undef COROLINT_BLOCKING_CALL
};

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
      if (const blocking_function *known = find_blocking(each.function)) {
        found.blocks = known;
        found.blocks_name = found.called;
      }
    }
  found.coroutine = {};
  return found;
}

} // namespace corolint::rt::detail
