// What `corolint selftest` has linted: one mistake for each check.

#ifndef COROLINT_DRIVER_SELFTEST_BADSNIPPET_H
#define COROLINT_DRIVER_SELFTEST_BADSNIPPET_H

namespace corolint {

/// Includes nothing, so that it compiles wherever a compiler knows C++20.
inline constexpr char BadSnippet[] = R"~~~(
namespace std {
template <typename Result, typename...> struct coroutine_traits {
  using promise_type = typename Result::promise_type;
};
template <typename Promise = void> struct coroutine_handle;
template <> struct coroutine_handle<void> {
  static coroutine_handle from_address(void *) { return {}; }
};
template <typename Promise> struct coroutine_handle : coroutine_handle<> {
  static coroutine_handle from_address(void *) { return {}; }
};
struct suspend_always {
  bool await_ready() const noexcept { return false; }
  void await_suspend(coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};
struct mutex {
  void lock();
  void unlock();
};
template <typename Mutex> struct lock_guard {
  explicit lock_guard(Mutex &);
  ~lock_guard();
};
struct thread {
  template <typename Work> explicit thread(Work) {}
  ~thread();
  void join();
};
} // namespace std

extern "C" unsigned sleep(unsigned Seconds);

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { throw; }
  };
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

void sync_wait(Task);
void spawn(Task);
std::mutex Mutex;

Task load();

Task discardedTask() {
  load();
  co_return;
}

Task lockAcrossAwait() {
  std::lock_guard<std::mutex> Guard(Mutex);
  co_await load();
}

Task blockingCall() {
  sleep(1);
  co_return;
}

Task syncWait() {
  sync_wait(load());
  co_return;
}

void unsafeSpawnCapture() {
  int Total = 0;
  std::thread Other([&] { ++Total; });
  ++Total;
  Other.join();
}
)~~~";

} // namespace corolint

#endif
