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
  cached_page = co_await download(std::move(url));
}

// Found: class template argument deduction makes no difference.
lib::task<void> refresh_twice(std::string url) {
  const std::lock_guard lock(cache_mutex);
  cached_page = co_await download(url);
  cached_page += co_await download(url);
}
