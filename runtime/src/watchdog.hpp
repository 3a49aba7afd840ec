// Watches the workers of a scheduler from a thread of its own, and reports the
// task that keeps one of them too long.
//
// A worker counts the jobs that it takes. A worker that is awake and whose
// count stands still runs one job: if its thread sleeps in the kernel, the job
// blocks; if it uses processor time, the job computes. A thread that the
// machine has no processor for does neither, and is not reported. (Sampling a
// published epoch: as seastar's stall detector and tokio's metrics do.) A
// checked build also asks the thread for its stack.

#ifndef COROLINT_RT_SRC_WATCHDOG_HPP
#define COROLINT_RT_SRC_WATCHDOG_HPP

#include "corolint/rt/checked.hpp"
#include "quiet_watch.hpp"
#include "thread_state.hpp"
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace corolint::rt::detail {

class scheduler;
class worker;

class watchdog {
public:
  /// \p workers outlive the watchdog. Throws std::system_error if there is no
  /// thread left.
  watchdog(scheduler &home, std::span<const std::unique_ptr<worker>> workers,
           std::chrono::milliseconds limit);
  ~watchdog();

private:
  using clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds longest_pause{25};

  struct watched {
    const worker *who;
    round_watch rounds{};
  };

  void run();
  void look(watched &at, clock::time_point now) const;
  void report(const watched &at, bool computes,
              std::chrono::nanoseconds how_long) const;

  scheduler &home_;
  const std::chrono::milliseconds limit_;
  std::vector<watched> watched_;
  quiet_watch quiet_;
  std::mutex lock_;
  std::condition_variable end_;
  bool ending_ = false; ///< guarded
  std::thread thread_;
};

} // namespace corolint::rt::detail

#endif
