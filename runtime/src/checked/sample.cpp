#include "sample.hpp"
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <mutex>
#include <thread>

namespace corolint::rt::detail {

namespace {

/// Ignored by default, so that one which comes late harms nobody.
constexpr int sample_signal = SIGURG;

/// What the one thread that is asked at a time answers.
call_stack sampled;
std::atomic<bool> is_wanted{false};
std::atomic<bool> is_taken{false};

void take_sample(int) {
  const int failed = errno;
  if (is_wanted.exchange(false, std::memory_order_acquire)) {
    sampled = call_stack::here();
    is_taken.store(true, std::memory_order_release);
  }
  errno = failed;
}

/// False if the program uses the signal itself.
bool prepare() {
  static const bool is_ours = [] {
    struct sigaction before{};
    if (sigaction(sample_signal, nullptr, &before) != 0 ||
        (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN))
      return false;
    // The first one loads what the unwinder needs, which no handler may do.
    static_cast<void>(call_stack::here());
    struct sigaction ours{};
    ours.sa_handler = take_sample;
    ours.sa_flags = SA_RESTART;
    return sigaction(sample_signal, &ours, nullptr) == 0;
  }();
  return is_ours;
}

} // namespace

std::optional<call_stack> sample(pthread_t thread) {
  static std::mutex lock;
  const std::lock_guard held(lock);
  if (!prepare())
    return std::nullopt;
  is_taken.store(false, std::memory_order_relaxed);
  is_wanted.store(true, std::memory_order_release);
  if (pthread_kill(thread, sample_signal) != 0)
    return std::nullopt;
  for (int tries = 0; tries != 100; ++tries) {
    if (is_taken.load(std::memory_order_acquire))
      return sampled;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  // An answer that has begun is waited for: it writes what the next one reads.
  if (is_wanted.exchange(false, std::memory_order_acq_rel))
    return std::nullopt;
  while (!is_taken.load(std::memory_order_acquire))
    std::this_thread::yield();
  return sampled;
}

} // namespace corolint::rt::detail
