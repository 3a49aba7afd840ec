// RUN: %check_rule %s coro-blocking-call
// With kind 'metadata' on, to ask the file system counts.

#include "lazy.h"
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace fs = std::filesystem;

// A file that is read and written asynchronously, but not opened.
namespace cppcoro {
struct read_only_file {
  static read_only_file open(int executor, const fs::path &path);
};
} // namespace cppcoro

// Found four times.
lib::task<void> prepare(fs::path folder) {
  if (!fs::exists(folder))
  // CHECK: :[[@LINE-1]]:12: warning: 'exists' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:12: note: 'exists' asks the file system and waits for the answer
  // CHECK: :[[@LINE-4]]:17: note: 'prepare' is a coroutine
  // CHECK: :[[@LINE-4]]:12: note: use the file operations of your coroutine library, or call it on a thread that may block
    fs::create_directories(folder);
    // CHECK: :[[@LINE-1]]:9: warning: 'create_directories' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:9: note: 'create_directories' asks the file system and waits for the answer
    // CHECK: :[[@LINE-9]]:17: note: 'prepare' is a coroutine
    // CHECK: :[[@LINE-4]]:9: note: use the file operations of your coroutine library, or call it on a thread that may block
  ::mkdir("in", 0700);
  // CHECK: :[[@LINE-1]]:5: warning: 'mkdir' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'mkdir' waits for the file system
  // CHECK: :[[@LINE-14]]:17: note: 'prepare' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
  auto log = cppcoro::read_only_file::open(0, folder / "log");
  // CHECK: :[[@LINE-1]]:39: warning: 'open' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:39: note: 'open' opens a file and waits for the file system
  // CHECK: :[[@LINE-19]]:17: note: 'prepare' is a coroutine
  // CHECK: :[[@LINE-4]]:39: note: open the file on a thread that may block, or before the coroutine starts
  co_return;
}

// Not found: contents are another kind.
lib::task<void> read(fs::path file) {
  std::ifstream in(file);
  co_return;
}
