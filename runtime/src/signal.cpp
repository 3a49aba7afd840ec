#include "corolint/rt/signal.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/detail/io_call.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <array>
#include <atomic>
#include <bit>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace corolint::rt {

namespace {

constexpr int last_signal = signal_set::last;

constexpr std::uint64_t bit_of(int signal) noexcept {
  return std::uint64_t{1} << (signal - 1);
}

} // namespace

/// A place for one listener, where the handler finds it.
struct signal_listener::entry {
  std::atomic<bool> taken{false};
  std::atomic<std::uint64_t> wanted{0};
  std::atomic<std::uint64_t> arrived{0};
  std::atomic<int> bell{-1};
  std::atomic<unsigned> handlers{0}; ///< that look at it at the moment

  /// After this nobody rings the bell.
  void fall_silent() noexcept {
    wanted.store(0, std::memory_order_seq_cst);
    while (handlers.load(std::memory_order_seq_cst) != 0)
      detail::relax();
  }

  static std::array<entry, 64> all;

  static void handle(int signal) noexcept;
  static void stop_catching(std::uint64_t signals) noexcept;
};

// Signals are the process's, and so is what is known of them. The handler looks
// at atomics only; the rest is guarded by `changing`.
constinit std::array<signal_listener::entry, 64> signal_listener::entry::all{};

namespace {

std::mutex changing;
std::array<unsigned, last_signal + 1> listeners{};
std::array<struct sigaction, last_signal + 1> before{};

} // namespace

void signal_listener::entry::handle(int signal) noexcept {
  const int error = errno;
  for (entry &each : all) {
    // Before it looks at what is wanted: pairs with fall_silent().
    each.handlers.fetch_add(1, std::memory_order_seq_cst);
    if ((each.wanted.load(std::memory_order_seq_cst) & bit_of(signal)) != 0) {
      each.arrived.fetch_or(bit_of(signal), std::memory_order_release);
      const std::uint64_t one = 1;
      // Fails if it rings already.
      [[maybe_unused]] const ssize_t ignored =
          ::write(each.bell.load(std::memory_order_acquire), &one, sizeof(one));
    }
    each.handlers.fetch_sub(1, std::memory_order_release);
  }
  errno = error;
}

/// Under the lock.
void signal_listener::entry::stop_catching(std::uint64_t signals) noexcept {
  for (int signal = 1; signal <= last_signal; ++signal) {
    const auto at = static_cast<std::size_t>(signal);
    if ((signals & bit_of(signal)) != 0 && --listeners[at] == 0)
      ::sigaction(signal, &before[at], nullptr);
  }
}

void signal_listener::leave::operator()(entry *place) const noexcept {
  const std::lock_guard held(changing);
  entry::stop_catching(place->wanted.load(std::memory_order_relaxed));
  place->fall_silent();
  place->taken.store(false, std::memory_order_relaxed);
}

signal_listener::signal_listener(io_handle bell, entry &place) noexcept
    : bell_(std::move(bell)), place_(&place) {}

signal_listener::signal_listener(signal_listener &&) noexcept = default;

signal_listener &signal_listener::operator=(signal_listener &&other) noexcept {
  if (this != &other) {
    place_ = std::move(other.place_);
    bell_ = std::move(other.bell_);
  }
  return *this;
}

signal_listener::~signal_listener() = default;

result<signal_listener, std::error_code>
signal_listener::catching(signal_set signals) {
  if (!signals.is_valid())
    return detail::io_failure(std::errc::invalid_argument);
  const int number = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  if (number < 0)
    return detail::io_failure(errno);
  auto bell = io_handle::adopt(number);
  if (!bell)
    return failure(bell.error());

  const std::lock_guard held(changing);
  entry *place = nullptr;
  for (entry &each : entry::all)
    if (!each.taken.load(std::memory_order_relaxed)) {
      place = &each;
      break;
    }
  if (!place)
    return detail::io_failure(std::errc::too_many_files_open);
  // All is ready before the first handler can run.
  place->arrived.store(0, std::memory_order_relaxed);
  place->bell.store(number, std::memory_order_relaxed);
  place->wanted.store(signals.bits(), std::memory_order_seq_cst);
  std::uint64_t caught = 0;
  for (int signal = 1; signal <= last_signal; ++signal) {
    if (!signals.has(signal))
      continue;
    const auto at = static_cast<std::size_t>(signal);
    if (listeners[at] == 0) {
      struct sigaction action{};
      action.sa_handler = entry::handle;
      action.sa_flags = SA_RESTART | SA_ONSTACK;
      ::sigfillset(&action.sa_mask);
      if (::sigaction(signal, &action, &before[at]) != 0) {
        const int error = errno;
        entry::stop_catching(caught);
        place->fall_silent();
        return detail::io_failure(error);
      }
    }
    ++listeners[at];
    caught |= bit_of(signal);
  }
  place->taken.store(true, std::memory_order_relaxed);
  return signal_listener(*std::move(bell), *place);
}

task<result<int, std::error_code>> signal_listener::wait(detail::io_use bell,
                                                         entry *place) {
  co_await checkpoint();
  if (!bell)
    co_return detail::io_failure(std::errc::bad_file_descriptor);
  for (;;) {
    if (const std::uint64_t arrived =
            place->arrived.load(std::memory_order_acquire)) {
      const int signal = std::countr_zero(arrived) + 1;
      place->arrived.fetch_and(~bit_of(signal), std::memory_order_relaxed);
      co_return signal;
    }
    COROLINT_TRY([[maybe_unused]] const std::size_t rung,
                 co_await detail::io_call(
                     detail::io_use(&*bell), &detail::io_source::reading, 0,
                     [](int number) noexcept {
                       std::uint64_t times;
                       return ::read(number, &times, sizeof(times));
                     }));
  }
}

task<result<int, std::error_code>> signal_listener::next() {
  return wait(bell_.use(), place_.get());
}

static task<result<int, std::error_code>>
next_of(result<signal_listener, std::error_code> listener) {
  if (!listener)
    co_return failure(listener.error());
  co_return co_await listener->next();
}

task<result<int, std::error_code>> wait_for_signal(signal_set signals) {
  return next_of(signal_listener::catching(signals));
}

} // namespace corolint::rt
