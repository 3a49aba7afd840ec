// RUN: %check_rule %s coro-spawn-borrows-local
// A continuation runs later; who returns its future is gone by then.

#include <coroutine>

namespace seastar {
template <class T = void> class future {
public:
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept;
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
  void get();
  template <class F> future then(F) { return future(); }
};
} // namespace seastar

seastar::future<> tick();
void use(int id);

seastar::future<> returns(int id) {
  return tick().then([&id] { use(id); });
  // CHECK: :[[@LINE-1]]:24: warning: 'id' is lent to a task that may still run when 'id' dies when this function returns [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE-3]]:34: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:31: note: wait for the task before the scope ends, or give it a copy of 'id'
}

seastar::future<> captures_all() {
  int id = 1;
  return tick().then([&] { use(id); });
  // CHECK: :[[@LINE-1]]:22: warning: 'id' is lent to a task that may still run when 'id' dies when this function returns [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE-3]]:32: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
}

class queue {
public:
  void stores() {
    int id = 1;
    last_ = tick().then([&id] { use(id); });
    // CHECK: :[[@LINE-1]]:27: warning: 'id' is lent to a task that may still run when 'id' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-2]]:5: note: the task is stored here
    // CHECK: :[[@LINE-3]]:37: note: 'id' is used here by the task
    // CHECK: :[[@LINE-5]]:9: note: wait for the task before the scope ends, or give it a copy of 'id'
  }

private:
  seastar::future<> last_ = tick();
};

void lets_go() {
  int id = 1;
  (void)tick().then([&id] { use(id); });
  // CHECK: :[[@LINE-1]]:23: warning: 'id' is lent to a task that may still run when 'id' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE-3]]:33: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
}

seastar::future<> copies(int id) {
  return tick().then([id] { use(id); });
}

seastar::future<> of_the_caller(int &id) {
  return tick().then([&id] { use(id); });
}

seastar::future<> awaits() {
  int id = 1;
  co_await tick().then([&id] { use(id); });
}

seastar::future<> awaits_what_it_kept() {
  int id = 1;
  auto done = tick().then([&id] { use(id); });
  co_await done;
}

void waits() {
  int id = 1;
  tick().then([&id] { use(id); }).get();
}

seastar::future<> keeps_it_beside() {
  static int id = 1;
  return tick().then([&] { use(id); });
}
