// What a thread of the blocking pool runs.

#ifndef COROLINT_RT_DETAIL_BLOCKING_WORK_HPP
#define COROLINT_RT_DETAIL_BLOCKING_WORK_HPP

#include <exception>

namespace corolint::rt::detail {

class scheduler;

class blocking_work {
public:
  /// On a thread of the pool. May destroy this object.
  virtual void run() noexcept = 0;
  /// In place of run(): there is no thread, for the reason given.
  virtual void refuse(std::exception_ptr reason) noexcept = 0;

protected:
  ~blocking_work() = default;

private:
  friend class blocking_pool;
  blocking_work *next_ = nullptr;
};

/// Hands \p work to the pool of \p home, which runs or refuses it.
void submit_blocking(scheduler &home, blocking_work &work) noexcept;

/// Takes \p work back. False if it has begun, and will end by itself.
bool withdraw_blocking(scheduler &home, blocking_work &work) noexcept;

} // namespace corolint::rt::detail

#endif
