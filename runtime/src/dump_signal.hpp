// A signal that asks for a dump. Its handler only wakes a thread.

#ifndef COROLINT_RT_SRC_DUMP_SIGNAL_HPP
#define COROLINT_RT_SRC_DUMP_SIGNAL_HPP

#include <csignal>
#include <optional>
#include <string_view>

namespace corolint::rt::detail {

/// As the shell names it, "SIGUSR2" or "USR2"; nothing if it is none to take.
std::optional<int> signal_named(std::string_view name);

/// One at a time. What wakes the thread is there without a signal, too.
class dump_signal {
public:
  /// \p number: 0 for none. Throws std::runtime_error, whose text says what is
  /// wrong.
  explicit dump_signal(int number);
  dump_signal(const dump_signal &) = delete;
  dump_signal &operator=(const dump_signal &) = delete;
  ~dump_signal();

  /// Readable when the thread is to wake.
  int descriptor() const noexcept { return descriptor_; }
  /// Once woken: true if a dump was asked for since the last call.
  bool take() const noexcept;
  /// Wakes the thread for another reason.
  void wake() const noexcept;

private:
  int number_;
  int descriptor_;
  struct sigaction before_{};
};

} // namespace corolint::rt::detail

#endif
