#include "call_stack.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "stack_bounds.hpp"
#include <unwind.h>

namespace corolint::rt::detail {

struct stack_writer {
  static _Unwind_Reason_Code add(_Unwind_Context *at, void *to) noexcept {
    auto &stack = *static_cast<call_stack *>(to);
    int is_exact = 0; // true in a function that a signal interrupted
    const std::uintptr_t address = _Unwind_GetIPInfo(at, &is_exact);
    if (address == 0 || stack.count_ == call_stack::depth)
      return _URC_END_OF_STACK;
    // An address to return to belongs to the call before it.
    stack.calls_[stack.count_] = {_Unwind_GetCFA(at),
                                  _Unwind_GetRegionStart(at)};
    stack.addresses_[stack.count_++] = is_exact ? address : address - 1;
    return _URC_NO_REASON;
  }
};

call_stack call_stack::here() noexcept {
  call_stack taken;
  _Unwind_Backtrace(stack_writer::add, &taken);
  return taken;
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
__attribute__((no_sanitize("address")))
#endif
#endif
unsigned
walk_calls(std::uintptr_t *to, unsigned depth, const void *frame) noexcept {
  const std::uintptr_t end = this_stack().end;
  auto at = reinterpret_cast<std::uintptr_t>(frame);
  unsigned count = 0;
  // A frame pointer leads to the one of the caller, and beside it stands where
  // the call returns to. Frames grow towards lower addresses.
  while (count != depth && at % alignof(std::uintptr_t) == 0 &&
         at + 2 * sizeof(std::uintptr_t) <= end) {
    const auto *pair = reinterpret_cast<const std::uintptr_t *>(at);
    const std::uintptr_t outer = pair[0];
    if (pair[1] == 0)
      break;
    to[count++] = pair[1] - 1;
    if (outer <= at)
      break;
    at = outer;
  }
  return count;
}

} // namespace corolint::rt::detail
