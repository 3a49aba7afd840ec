// RUN: %check_rule %s coro-unsafe-spawn-capture
// References, pointers and 'this': whether both sides touch the object at the
// same time is not asked.

#include "executor.h"
#include <string>
#include <thread>
#include <vector>

lib::task<void> append(std::vector<std::string> &lines,
                       const std::string *text);

class Logger {
public:
  void start(lib::pool &workers, const std::string &text) {
    workers.spawn(append(lines_, &text));
    workers.post([this] { flush(); });
    workers.post([&text, lines = &lines_] { lines->push_back(text); });
    std::thread(&Logger::flush, this).detach();
    std::thread([](std::string &) {}, std::ref(lines_.front())).detach();
  }

private:
  void flush();
  std::vector<std::string> lines_;
};

// CHECK-NONE
