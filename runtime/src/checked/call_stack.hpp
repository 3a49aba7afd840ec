// The stack of the calling thread, as the unwinder sees it.

#ifndef COROLINT_RT_SRC_CHECKED_CALL_STACK_HPP
#define COROLINT_RT_SRC_CHECKED_CALL_STACK_HPP

#include <array>
#include <cstdint>
#include <span>

namespace corolint::rt::detail {

/// Takes microseconds, and needs no frame pointers. Safe in a handler of
/// signals once another one has been taken before.
class call_stack {
public:
  static constexpr unsigned depth = 64;

  /// Of whom calls this, the innermost first.
  static call_stack here() noexcept;

  /// Addresses within the calls: of each function the one it is at.
  std::span<const std::uintptr_t> addresses() const noexcept {
    return {addresses_.data(), count_};
  }

  /// A call that has not returned. Equal if it is the same one, or one of the
  /// same function that has taken its place.
  struct call {
    std::uintptr_t frame;    ///< where it lies on the stack
    std::uintptr_t function; ///< where the code begins
    bool operator==(const call &) const = default;
  };
  /// As many as addresses, in the same order.
  std::span<const call> calls() const noexcept {
    return {calls_.data(), count_};
  }

private:
  friend struct stack_writer;

  std::array<std::uintptr_t, depth> addresses_{};
  std::array<call, depth> calls_{};
  unsigned count_ = 0;
};

} // namespace corolint::rt::detail

#endif
