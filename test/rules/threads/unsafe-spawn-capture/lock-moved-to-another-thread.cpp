// RUN: %check_rule %s coro-unsafe-spawn-capture
// A lock belongs to the thread that took it.

#include <mutex>
#include <thread>

std::mutex journal_mutex;

// Found at the capture 'lock': the thread unlocks what this thread locked.
void flush_later() {
  std::unique_lock lock(journal_mutex);
  std::thread([lock = std::move(lock)] {}).detach();
}

// Not found: each thread takes a lock of its own.
void flush_twice() {
  std::unique_lock lock(journal_mutex);
  std::thread([] { std::unique_lock mine(journal_mutex); }).detach();
}
