// RUN: %check_rule %s coro-blocking-call
// Boost.Interprocess without waiting for another process.

#include "lazy.h"

namespace boost {
namespace interprocess {

class interprocess_mutex {
public:
  void lock();
  bool try_lock();
  void unlock();
};
template <class Mutex> class scoped_lock {
public:
  explicit scoped_lock(Mutex &mutex);
  ~scoped_lock();
};

class interprocess_condition {
public:
  template <class Lock> void wait(Lock &lock);
  void notify_one();
};

class named_semaphore {
public:
  void post();
  void wait();
  bool try_wait();
};

class file_lock {
public:
  explicit file_lock(const char *name);
  void lock();
  bool try_lock();
  void unlock();
};

template <class Pointer> class message_queue_t {
public:
  bool try_send(const void *data, unsigned long size, unsigned priority);
  bool try_receive(void *data, unsigned long size, unsigned long &got,
                   unsigned &priority);
};
typedef message_queue_t<void *> message_queue;

class managed_shared_memory {
public:
  void *allocate(unsigned long size);
};

} // namespace interprocess
} // namespace boost

namespace ipc = boost::interprocess;

// Not found: these only try, or tell.
lib::task<bool> ask_again(ipc::message_queue &to, ipc::message_queue &from,
                          ipc::named_semaphore &slots,
                          ipc::interprocess_condition &changed,
                          ipc::file_lock &file) {
  char answer = 0;
  unsigned long size = 0;
  unsigned priority = 0;
  slots.post();
  changed.notify_one();
  if (file.try_lock())
    file.unlock();
  co_return slots.try_wait() && to.try_send("?", 1, 0) &&
      from.try_receive(&answer, 1, size, priority);
}

// Not found: memory, and a mutex that is locked for a moment.
lib::task<void *> place(ipc::managed_shared_memory &memory,
                        ipc::interprocess_mutex &mutex) {
  ipc::scoped_lock<ipc::interprocess_mutex> lock(mutex);
  co_return memory.allocate(64);
}

// Not found: no coroutine.
void wait_for_slot(ipc::named_semaphore &slots) { slots.wait(); }
// CHECK-NONE
