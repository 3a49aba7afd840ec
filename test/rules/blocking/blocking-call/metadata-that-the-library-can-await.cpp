// RUN: %check_rule %s coro-blocking-call
// Where the library of the coroutine can ask the file system asynchronously,
// to ask it otherwise is found.

#include "lazy.h"
#include <filesystem>

namespace fs = std::filesystem;

namespace seastar {
template <class T = void> class future : public lib::task<T> {
public:
  struct promise_type : lib::detail::promise<T> {
    future get_return_object();
  };
};
} // namespace seastar

// Found: Seastar has file_exists and remove_file.
seastar::future<bool> clean(fs::path file) {
  const bool existed = fs::exists(file);
  // CHECK: :[[@LINE-1]]:28: warning: 'exists' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:28: note: 'exists' asks the file system and waits for the answer
  // CHECK: :[[@LINE-4]]:23: note: 'clean' is a coroutine
  // CHECK: :[[@LINE-4]]:28: note: co_await the function of Seastar: file_exists, file_stat, file_size, rename_file, remove_file, make_directory
  fs::remove(file);
  // CHECK: :[[@LINE-1]]:7: warning: 'remove' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:7: note: 'remove' asks the file system and waits for the answer
  // CHECK: :[[@LINE-9]]:23: note: 'clean' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: co_await the function of Seastar: file_exists, file_stat, file_size, rename_file, remove_file, make_directory
  co_return existed;
}

// Not found: this library has nothing of the kind.
lib::task<bool> clean_too(fs::path file) { co_return fs::remove(file); }
