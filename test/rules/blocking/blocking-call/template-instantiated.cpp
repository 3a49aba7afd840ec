// RUN: %check_rule %s coro-blocking-call
// Coroutine templates: what blocks is found in the text or in an instance.

#include "lazy.h"
#include <chrono>
#include <thread>
#include <unistd.h>

lib::task<void> write_out(int file);

struct disk_file {
  int number;
  void commit() { ::fsync(number); }
};

// Found, once for both instances.
template <class Duration> lib::task<void> pause_for(Duration length) {
  std::this_thread::sleep_for(length);
  co_return;
}

// Found: no instance is needed to know that sync blocks.
template <class File> lib::task<void> never_called(File file) {
  ::sync();
  co_return;
}

// Found by the instance with disk_file.
template <class File> lib::task<void> save(int number) {
  File file{number};
  co_await write_out(number);
  file.commit();
}

lib::task<void> use() {
  co_await pause_for(std::chrono::seconds(1));
  co_await pause_for(std::chrono::minutes(1));
  co_await save<disk_file>(3);
}
