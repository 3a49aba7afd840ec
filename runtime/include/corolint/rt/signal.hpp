// Waiting for signals, for a shutdown in good order.
//
// Signals come by a handler that writes to a descriptor, not by signalfd. That
// one needs the signal blocked in every thread, also in those that others have
// started before; one thread that was forgotten, and the signal ends the
// program. And what is blocked stays blocked in the programs that are started:
// they would be deaf to SIGTERM.

#ifndef COROLINT_RT_SIGNAL_HPP
#define COROLINT_RT_SIGNAL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/io_handle.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include <concepts>
#include <cstdint>
#include <memory>
#include <system_error>

namespace corolint::rt {

/// Numbers of signals: `{SIGINT, SIGTERM}`. A value.
class signal_set {
public:
  template <std::same_as<int>... Signal>
  constexpr signal_set(Signal... signals) noexcept {
    (add(signals), ...);
  }

  constexpr void add(int signal) noexcept {
    if (signal < 1 || signal > last)
      is_valid_ = false;
    else
      bits_ |= std::uint64_t{1} << (signal - 1);
  }
  constexpr bool has(int signal) const noexcept {
    return signal >= 1 && signal <= last && ((bits_ >> (signal - 1)) & 1) != 0;
  }
  /// Nothing in it is outside of 1 to 64.
  constexpr bool is_valid() const noexcept { return is_valid_; }
  /// The lowest bit is signal 1.
  constexpr std::uint64_t bits() const noexcept { return bits_; }

  static constexpr int last = 64;

private:
  std::uint64_t bits_ = 0;
  bool is_valid_ = true;
};

/// Catches signals for as long as it exists: they do not do what they do by
/// default. When the last listener for a signal is gone it does again what it
/// did before; so the second Ctrl-C ends a program that hangs in its shutdown.
///
/// Several listeners, also in several runtimes, each get every signal. Signals
/// of one number that come in quick succession count once. Moves, does not
/// copy; for one task at a time.
class COROLINT_SHARED_UNSYNC signal_listener {
public:
  /// Nothing is caught: next() fails with bad_file_descriptor.
  signal_listener() = default;
  signal_listener(signal_listener &&) noexcept;
  signal_listener &operator=(signal_listener &&) noexcept;
  ~signal_listener();

  /// Catches \p signals. Fails with invalid_argument if one of them
  /// cannot be caught, with too_many_files_open if there are 64 listeners or
  /// no descriptors. Throws no_runtime outside of tasks.
  COROLINT_NONBLOCKING static result<signal_listener, std::error_code>
  catching(signal_set signals);

  /// The number of the next signal, the lowest if there are several. To be
  /// stopped loses none.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE task<result<int, std::error_code>>
  next();

private:
  struct entry;
  struct leave {
    void operator()(entry *place) const noexcept;
  };
  signal_listener(io_handle bell, entry &place) noexcept;
  static task<result<int, std::error_code>> wait(detail::io_use bell,
                                                 entry *place);

  io_handle bell_;
  std::unique_ptr<entry, leave> place_; ///< goes first: rings the bell
};

/// Waits for one of \p signals, which are caught from the call on until the
/// task is done. A signal before or after does what it does by default: to miss
/// none take a signal_listener. Fails and throws as signal_listener::catching.
COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE task<result<int, std::error_code>>
wait_for_signal(signal_set signals);

} // namespace corolint::rt

#endif
