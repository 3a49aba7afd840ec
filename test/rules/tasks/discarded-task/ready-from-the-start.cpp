// RUN: %check_rule %s coro-discarded-task
// A future that is ready when it is made stands for no work.

#include <coroutine>

namespace seastar {
template <class T = void> class [[nodiscard]] future {
public:
  struct promise_type {
    future get_return_object();
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void unhandled_exception();
    void return_void();
  };
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
template <class T = void> future<T> make_ready_future();
future<> now();
template <class T = void> class promise {
public:
  future<T> get_future();
};
} // namespace seastar
seastar::future<> save(int id);
seastar::future<> load(int id);

// Found: both stand for work.
seastar::future<> replaces(bool both) {
  auto work = save(1);
  // CHECK: :[[@LINE-1]]:8: warning: task 'work' is replaced before it is awaited; 'save' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:10: note: another task takes its place here
  // CHECK: :[[@LINE-3]]:8: note: co_await it, or cast it to void with a failure handler: (void)f.handle_exception(...)
  if (both)
    work = load(1);
  co_await work;
}

// Not found.
seastar::future<> begun() { return seastar::now(); }
seastar::future<> begins_done_by_another(bool wanted) {
  auto work = begun();
  if (wanted)
    work = save(4);
  co_await work;
}
seastar::future<> leaves_early(seastar::promise<> &told, bool stopped) {
  auto work = told.get_future();
  if (stopped)
    return seastar::now();
  return work;
}
seastar::future<> begins_done(bool wanted) {
  auto work = seastar::now();
  if (wanted)
    work = save(3);
  co_await work;
}
seastar::future<> chooses(bool wanted) {
  auto work = seastar::make_ready_future<>();
  if (wanted)
    work = save(2);
  co_await work;
}
seastar::future<> stays(bool wanted) {
  seastar::future<> work = seastar::make_ready_future<>();
  if (wanted)
    co_await work;
}
