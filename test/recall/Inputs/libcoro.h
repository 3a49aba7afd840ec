// libcoro's task, mutex and sync_wait.
#ifndef RECALL_LIBCORO_H
#define RECALL_LIBCORO_H

#include "lazy_base.h"

namespace coro {

RECALL_LAZY_TASK(task);

class scoped_lock {
public:
  scoped_lock() = default;
  scoped_lock(scoped_lock &&) noexcept;
  scoped_lock &operator=(scoped_lock &&) noexcept;
  ~scoped_lock();
};
class mutex {
public:
  task<class scoped_lock> scoped_lock();
  void unlock();
};

template <class T> T sync_wait(task<T> &&work);

} // namespace coro

#endif
