// RUN: %check_rule %s coro-lock-across-await
// A guard that lives to the end of the coroutine is held at every co_await in
// it.

#include "lazy.h"
#include <mutex>
#include <string>

lib::task<std::string> download(std::string url);

std::mutex cache_mutex;
std::string cached_page;

// Found, at 'lock': the download happens under the lock.
lib::task<void> refresh(std::string url) {
  std::lock_guard<std::mutex> lock(cache_mutex);
  // CHECK: :[[@LINE-1]]:31: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:17: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:31: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  cached_page = co_await download(std::move(url));
}

// Found: class template argument deduction makes no difference.
lib::task<void> refresh_twice(std::string url) {
  const std::lock_guard lock(cache_mutex);
  // CHECK: :[[@LINE-1]]:25: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:17: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE+3]]:18: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-4]]:25: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  cached_page = co_await download(url);
  cached_page += co_await download(url);
}
