// RUN: %check_rule %s coro-blocking-call
// Logging is silent like the console. See with-other-kinds.

#include "lazy.h"
#include <memory>
#include <ostream>
#include <string>

namespace spdlog {
class logger {
public:
  template <class... Args> void info(const char *format, Args &&...args);
  void flush();
};
template <class... Args> void info(const char *format, Args &&...args);
std::shared_ptr<logger> get(const std::string &name);
std::shared_ptr<logger> basic_logger_mt(const std::string &name,
                                        const std::string &file);
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

// Not found: a line of a log.
lib::task<> greet(int user) {
  spdlog::info("hello {}", user);
  spdlog::get("http")->info("hello {}", user);
  spdlog::get("http")->flush();
  LOG_INFO << "hello " << user;
  google::FlushLogFiles(0);
  co_return;
}

// Not found: no coroutine.
void start() { spdlog::basic_logger_mt("all", "all.log"); }
// CHECK-NONE
