// RUN: %check_rule %s coro-lock-across-await
// The annotations decide about classes whose shape says nothing, or too much.

#include "lazy.h"
#include <mutex>

class [[clang::annotate("corolint::thread_guard")]] gil_guard {
public:
  gil_guard();
  ~gil_guard();
};

class [[clang::annotate("corolint::task_guard")]] strand_guard {
public:
  explicit strand_guard(std::mutex &mutex) : lock_(mutex) {}

private:
  std::unique_lock<std::mutex> lock_;
};

lib::task<void> call_python();

std::mutex strand_mutex;

// Found: the interpreter's lock belongs to a thread.
lib::task<void> run_script() {
  gil_guard gil;
  // CHECK: :[[@LINE-1]]:13: warning: 'gil' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'gil' is held
  // CHECK: :[[@LINE-3]]:13: note: close the scope of 'gil' before the suspension, or use a mutex whose lock is awaited
  co_await call_python();
}

// Not found: the author says that it belongs to the task.
lib::task<void> run_in_strand() {
  strand_guard strand(strand_mutex);
  co_await call_python();
}
