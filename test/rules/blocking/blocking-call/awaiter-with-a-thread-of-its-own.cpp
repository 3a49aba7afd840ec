// RUN: %check_rule %s coro-blocking-call
// An adapter from threads to coroutines: the wait is on the other thread.

#include "lazy.h"
#include <coroutine>
#include <exception>
#include <fstream>
#include <string>
#include <thread>

class file_read {
public:
  explicit file_read(std::string name) : name_(std::move(name)) {}
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> reader) {
    std::thread([this, reader] {
      std::ifstream in(name_);
      std::getline(in, text_, '\0');
      reader.resume();
    }).detach();
  }
  std::string await_resume() { return std::move(text_); }

private:
  std::string name_, text_;
};

lib::task<std::string> read_settings() {
  co_return co_await file_read("settings.ini");
}
// CHECK-NONE
