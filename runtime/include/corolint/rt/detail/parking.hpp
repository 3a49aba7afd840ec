// Where a thread sleeps until another one wakes it.
//
// A semaphore of the C library, not a futex by hand: ThreadSanitizer puts a
// signal off for as long as the thread that it came to is in a system call that
// it does not know, and a runtime that sleeps would never hear of SIGTERM.

#ifndef COROLINT_RT_DETAIL_PARKING_HPP
#define COROLINT_RT_DETAIL_PARKING_HPP

#include <semaphore.h>

namespace corolint::rt::detail {

class parking {
public:
  parking() noexcept { ::sem_init(&permits_, 0, 0); }
  parking(const parking &) = delete;
  ~parking() { ::sem_destroy(&permits_); }

  /// Sleeps until unpark(), which may have been called before. Each call of
  /// that ends one.
  void park() noexcept {
    // Fails only because a handler of signals ran.
    while (::sem_wait(&permits_) != 0)
      ;
  }
  /// Who parks may destroy this at once. From any thread.
  void unpark() noexcept { ::sem_post(&permits_); }

private:
  ::sem_t permits_;
};

} // namespace corolint::rt::detail

#endif
