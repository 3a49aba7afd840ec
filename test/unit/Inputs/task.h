// The smallest lazy task and awaitable, for snippets of the unit tests.
#ifndef UNIT_INPUTS_TASK_H
#define UNIT_INPUTS_TASK_H

#include <coroutine>

struct Task {
  struct promise_type {
    Task get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
    std::suspend_always yield_value(int);
  };
  Task(Task &&);
  Task &operator=(Task &&);
  ~Task();
  bool done() const;
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

Task step(int = 0);

#endif
