// RUN: %check_rule %s coro-unsafe-spawn-capture
// A lock belongs to the thread that took it.

#include <mutex>
#include <thread>

std::mutex journal_mutex;

// Found at the capture 'lock': the thread unlocks what this thread locked.
void flush_later() {
  std::unique_lock lock(journal_mutex);
  std::thread([lock = std::move(lock)] {}).detach();
  // CHECK: :[[@LINE-1]]:16: warning: 'lock' is moved into a task that another thread may run; 'std::unique_lock<std::mutex>' must be unlocked on the thread that locked it [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:3: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-3]]:16: note: use it on this thread only, and hand the task the plain values that it needs
}

// Not found: each thread takes a lock of its own.
void flush_twice() {
  std::unique_lock lock(journal_mutex);
  std::thread([] { std::unique_lock mine(journal_mutex); }).detach();
}
