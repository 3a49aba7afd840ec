// RUN: %check_rule %s coro-blocking-call
// Boost.Interprocess: another process is waited for.

#include "lazy.h"

namespace boost {
namespace posix_time {
struct ptime {};
} // namespace posix_time

namespace interprocess {

class interprocess_mutex {
public:
  void lock();
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
};

class named_semaphore {
public:
  void wait();
  bool timed_wait(const posix_time::ptime &until);
};

class file_lock {
public:
  explicit file_lock(const char *name);
  void lock();
  void unlock();
};

template <class Pointer> class message_queue_t {
public:
  void send(const void *data, unsigned long size, unsigned priority);
  void receive(void *data, unsigned long size, unsigned long &got,
               unsigned &priority);
};
typedef message_queue_t<void *> message_queue;

} // namespace interprocess
} // namespace boost

namespace ipc = boost::interprocess;

// Found twice: the queue is empty, or full.
lib::task<char> ask(ipc::message_queue &to, ipc::message_queue &from) {
  to.send("?", 1, 0);
  // CHECK: :[[@LINE-1]]:6: warning: 'send' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:6: note: 'send' waits while the queue is full
  // CHECK: :[[@LINE-4]]:17: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-4]]:6: note: use 'try_send', or send on a thread that may block
  char answer = 0;
  unsigned long size = 0;
  unsigned priority = 0;
  from.receive(&answer, 1, size, priority);
  // CHECK: :[[@LINE-1]]:8: warning: 'receive' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:8: note: 'receive' waits until a message is there
  // CHECK: :[[@LINE-12]]:17: note: 'ask' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: receive on a thread that may block, and resume the coroutine from there
  co_return answer;
}

// Found twice.
lib::task<bool> take_slot(ipc::named_semaphore &slots,
                          boost::posix_time::ptime until) {
  if (slots.timed_wait(until))
  // CHECK: :[[@LINE-1]]:13: warning: 'timed_wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'timed_wait' waits for another thread or process to post
  // CHECK: :[[@LINE-5]]:17: note: 'take_slot' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: wait on a thread that may block, and resume the coroutine from there
    co_return true;
  slots.wait();
  // CHECK: :[[@LINE-1]]:9: warning: 'wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'wait' waits for another thread or process to post
  // CHECK: :[[@LINE-11]]:17: note: 'take_slot' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: wait on a thread that may block, and resume the coroutine from there
  co_return true;
}

// Found twice: the other side has to notify, and to let the file go.
lib::task<> follow(ipc::interprocess_mutex &mutex,
                   ipc::interprocess_condition &changed, ipc::file_lock &file) {
  {
    ipc::scoped_lock<ipc::interprocess_mutex> lock(mutex);
    changed.wait(lock);
    // CHECK: :[[@LINE-1]]:13: warning: 'wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:13: note: 'wait' waits for another thread or process to notify
    // CHECK: :[[@LINE-7]]:13: note: 'follow' is a coroutine
    // CHECK: :[[@LINE-4]]:13: note: wait on a thread that may block, and resume the coroutine from there
  }
  file.lock();
  // CHECK: :[[@LINE-1]]:8: warning: 'lock' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:8: note: 'lock' waits for the lock of a file
  // CHECK: :[[@LINE-13]]:13: note: 'follow' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: lock the file on a thread that may block
  file.unlock();
  co_return;
}
