// RUN: %check_rule %s coro-dangling-parameter
// The task is the object of the call that starts it.

#include <coroutine>
#include <string>

struct task {
  struct promise_type {
    task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  [[clang::annotate("corolint::detaches")]] void detach();
  [[clang::annotate("corolint::joins")]] void wait();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

task tick();
void print(const std::string &text);

task load(const std::string &name) {
  co_await tick();
  print(name);
}
task load_copy(std::string name) {
  co_await tick();
  print(name);
}

void starts(const std::string &name) { load(name + "1").detach(); }
// CHECK: :[[@LINE-1]]:45: warning: 'name' of 'load' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
// CHECK: :[[@LINE-2]]:57: note: the task is started by 'detach'
// CHECK: :[[@LINE-10]]:9: note: 'name' is used here, once the task is awaited
// CHECK: :[[@LINE-13]]:30: note: take 'name' by value, or await the task where the argument is made

void starts_with_a_copy(const std::string &name) {
  load_copy(name + "1").detach();
}

void waits(const std::string &name) { load(name + "1").wait(); }

void starts_for_the_caller(const std::string &name) { load(name).detach(); }
