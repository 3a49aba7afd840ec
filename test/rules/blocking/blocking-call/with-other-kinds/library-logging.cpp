// RUN: %check_rule %s coro-blocking-call
// With kind 'console' on, each line of a log counts.

#include "lazy.h"
#include <memory>
#include <ostream>
#include <string>

namespace spdlog {
class logger {
public:
  template <class... Args> void info(const char *format, Args &&...args);
  void flush();
  bool should_log(int level) const;
};
template <class... Args> void info(const char *format, Args &&...args);
template <class... Args> void error(const char *format, Args &&...args);
std::shared_ptr<logger> get(const std::string &name);
std::shared_ptr<logger> basic_logger_mt(const std::string &name,
                                        const std::string &file);
std::shared_ptr<logger> rotating_logger_mt(const std::string &name,
                                           const std::string &file, int size,
                                           int count);
} // namespace spdlog

namespace google {
class LogMessage {
public:
  LogMessage(const char *file, int line);
  ~LogMessage();
  std::ostream &stream();
};
void FlushLogFiles(int severity);
} // namespace google

#define LOG_INFO google::LogMessage(__FILE__, __LINE__).stream()

// Found three times.
lib::task<> greet(int user) {
  spdlog::info("hello {}", user);
  // CHECK: :[[@LINE-1]]:11: warning: 'info' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'info' waits until the sinks have taken the text, unless the logger is asynchronous
  // CHECK: :[[@LINE-4]]:13: note: 'greet' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: use an asynchronous logger of spdlog ('spdlog::async_overflow_policy::overrun_oldest' never waits)
  spdlog::get("http")->info("hello {}", user);
  // CHECK: :[[@LINE-1]]:24: warning: 'info' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:24: note: 'info' waits until the sinks have taken the text, unless the logger is asynchronous
  // CHECK: :[[@LINE-9]]:13: note: 'greet' is a coroutine
  // CHECK: :[[@LINE-4]]:24: note: use an asynchronous logger of spdlog ('spdlog::async_overflow_policy::overrun_oldest' never waits)
  spdlog::get("http")->flush();
  // CHECK: :[[@LINE-1]]:24: warning: 'flush' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:24: note: 'flush' waits until the sinks have taken the text, unless the logger is asynchronous
  // CHECK: :[[@LINE-14]]:13: note: 'greet' is a coroutine
  // CHECK: :[[@LINE-4]]:24: note: use an asynchronous logger of spdlog ('spdlog::async_overflow_policy::overrun_oldest' never waits)
  co_return;
}

// Found twice: glog writes when its message is destroyed.
lib::task<> greet_all(int users) {
  LOG_INFO << "hello " << users;
  // CHECK: :[[@LINE-1]]:3: warning: the constructor of 'google::LogMessage' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-26]]:18: note: expanded from macro 'LOG_INFO'
  // CHECK: :[[@LINE-3]]:3: note: the constructor of 'google::LogMessage' waits, at the end of the statement, until the log has taken the text
  // CHECK: :[[@LINE-5]]:13: note: 'greet_all' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: hand the text to a thread that writes the log
  google::FlushLogFiles(0);
  // CHECK: :[[@LINE-1]]:11: warning: 'FlushLogFiles' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'FlushLogFiles' waits until the log files have taken the text
  // CHECK: :[[@LINE-10]]:13: note: 'greet_all' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: let a thread that may block flush the log
  co_return;
}

// Not found: a question, and opening a file, which is not among the kinds.
lib::task<bool> start_logging() {
  auto all = spdlog::basic_logger_mt("all", "all.log");
  co_return all->should_log(2);
}

// Not found: no coroutine.
void greet_now() { spdlog::error("hello"); }
