// RUN: %check_rule %s coro-blocking-call
// Making a logger opens its file.

#include "lazy.h"
#include <memory>
#include <string>

namespace spdlog {
class logger {
public:
  template <class... Args> void info(const char *format, Args &&...args);
};
std::shared_ptr<logger> get(const std::string &name);
std::shared_ptr<logger> basic_logger_mt(const std::string &name,
                                        const std::string &file);
std::shared_ptr<logger> rotating_logger_mt(const std::string &name,
                                           const std::string &file, int size,
                                           int count);
} // namespace spdlog

// Found twice: a file is opened.
lib::task<> start_logging(const std::string &folder) {
  auto all = spdlog::basic_logger_mt("all", folder + "/all");
  // CHECK: :[[@LINE-1]]:22: warning: 'basic_logger_mt' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:22: note: 'basic_logger_mt' opens a file and waits for the file system
  // CHECK: :[[@LINE-4]]:13: note: 'start_logging' is a coroutine
  // CHECK: :[[@LINE-4]]:22: note: make the logger before the coroutines start, or on a thread that may block
  auto http = spdlog::rotating_logger_mt("http", folder + "/http", 1 << 20, 3);
  // CHECK: :[[@LINE-1]]:23: warning: 'rotating_logger_mt' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:23: note: 'rotating_logger_mt' opens a file and waits for the file system
  // CHECK: :[[@LINE-9]]:13: note: 'start_logging' is a coroutine
  // CHECK: :[[@LINE-4]]:23: note: make the logger before the coroutines start, or on a thread that may block
  all->info("started");
  co_return;
}

// Found: a helper hides it.
static std::shared_ptr<spdlog::logger> log_of(const std::string &name) {
  if (auto known = spdlog::get(name))
    return known;
  return spdlog::basic_logger_mt(name, name + ".log");
}

lib::task<> visit(const std::string &page) {
  log_of(page)->info("visited");
  // CHECK: :[[@LINE-1]]:3: warning: 'log_of' may block the thread of this coroutine; it reaches 'basic_logger_mt' [coro-blocking-call]
  // CHECK: :[[@LINE-6]]:18: note: 'log_of' calls 'basic_logger_mt' here; it opens a file and waits for the file system
  // CHECK: :[[@LINE-4]]:13: note: 'visit' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: make the logger before the coroutines start, or on a thread that may block
  co_return;
}
