// RUN: %check_rule %s coro-discarded-task,coro-spawn-borrows-local
// An eager task whose destructor stands in another file may cancel, run on or
// wait: what becomes of its coroutine is not claimed.

#include <coroutine>

class job {
public:
  struct promise_type {
    job get_return_object();
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception();
  };
  job(job &&other) noexcept;
  ~job();
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume();
};

job send(int number);
job fill(int &number);

job in_a_coroutine() {
  send(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'send' is dropped; nobody waits for its end or sees its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_await send(2);
}

void starts_it() { send(3); }

job on_purpose() {
  (void)send(4);
  co_await send(5);
}

job lends_a_local() {
  int number = 0;
  job mine = fill(number);
  co_await send(6);
  co_await mine;
}
