// RUN: %check_rule %s coro-blocking-call
// The file system asked by way of std::filesystem.

#include "lazy.h"
#include <filesystem>

namespace fs = std::filesystem;

lib::task<void> upload(fs::path file);

// Found once, at the directory_iterator of the loop.
lib::task<void> upload_all(fs::path folder) {
  if (!fs::exists(folder))
    co_return;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder))
  // CHECK: :[[@LINE-1]]:43: warning: the constructor of 'fs::directory_iterator' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:43: note: the constructor of 'fs::directory_iterator' reads a directory and waits for the file system
  // CHECK: :[[@LINE-6]]:17: note: 'upload_all' is a coroutine
  // CHECK: :[[@LINE-4]]:43: note: read the directory on a thread that may block
    co_await upload(entry.path());
}

// Found twice: as long as there are files.
lib::task<void> replace_all(fs::path folder, fs::path by) {
  fs::remove_all(folder);
  // CHECK: :[[@LINE-1]]:7: warning: 'remove_all' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:7: note: 'remove_all' waits for the file system
  // CHECK: :[[@LINE-4]]:17: note: 'replace_all' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
  fs::copy(by, folder, fs::copy_options::recursive);
  // CHECK: :[[@LINE-1]]:7: warning: 'copy' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:7: note: 'copy' waits for the file system
  // CHECK: :[[@LINE-9]]:17: note: 'replace_all' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Not found: a path is a string until somebody asks the file system.
lib::task<void> upload_beside(fs::path file) {
  file = file.parent_path() / (file.stem().string() + "-old.txt");
  co_await upload(file.lexically_normal());
}
