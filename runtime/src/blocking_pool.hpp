// Threads for what blocks: started when there is work and none is free, ended
// after they had nothing to do for a while.

#ifndef COROLINT_RT_SRC_BLOCKING_POOL_HPP
#define COROLINT_RT_SRC_BLOCKING_POOL_HPP

#include "corolint/rt/detail/blocking_work.hpp"
#include <condition_variable>
#include <mutex>
#include <optional>

namespace corolint::rt::detail {

class blocking_pool {
public:
  explicit blocking_pool(unsigned limit) noexcept : limit_(limit ? limit : 1) {}
  /// Runs what is queued, then ends the threads.
  ~blocking_pool();

  /// Runs \p work on a thread of the pool, later. Refuses it at once if the
  /// kernel gives no thread and there is none yet.
  void submit(blocking_work &work) noexcept;

  /// Takes \p work out of the queue. False if it has begun.
  bool withdraw(blocking_work &work) noexcept;

  /// How many threads it has, if none of them has anything to do.
  std::optional<unsigned> idle_threads() noexcept;

private:
  void serve() noexcept;

  const unsigned limit_;
  std::mutex lock_;
  std::condition_variable changed_;
  blocking_work *first_ = nullptr;
  blocking_work *last_ = nullptr;
  unsigned threads_ = 0;
  unsigned free_ = 0;
  unsigned queued_ = 0;
  bool ending_ = false;
};

} // namespace corolint::rt::detail

#endif
