// RUN: %check_rule %s 'coro-*' -- -I%root/runtime/include
// What goes into a spawned task goes to another thread. Rust refuses an Rc
// there; in C++ nobody does.

#include "corolint/rt/event.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

/// As Rc of Rust: counts its copies without an atomic operation.
template <class T> class rc {
public:
  explicit rc(T value) : shared_(new shared{std::move(value), 1}) {}
  rc(const rc &other) : shared_(other.shared_) { ++shared_->count; }
  rc &operator=(const rc &) = delete;
  ~rc() {
    if (--shared_->count == 0)
      delete shared_;
  }
  const T &operator*() const { return shared_->value; }

private:
  struct shared {
    T value;
    int count;
  };
  shared *shared_;
};

rt::task<> use(int value);

// Wrong: both threads count in a plain int.
rt::task<> shares_a_plain_count(rc<int> settings) {
  auto handle =
      rt::spawn([settings]() -> rt::task<> { co_await use(*settings); });
      // CHECK: :[[@LINE-1]]:18: warning: 'settings' is copied into a task that another thread may run; 'rc<int>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-12]]:9: note: 'count' is the counter; two threads may change it at once
      // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
      // CHECK: :[[@LINE-4]]:18: note: hand the task a value of its own, or share it through a type that is thread-safe
  co_await use(*settings);
  co_await std::move(handle);
}

// Wrong: two tasks change the vector at the same time.
rt::task<> shares_a_vector() {
  std::vector<int> found;
  auto handle = rt::spawn([&found]() -> rt::task<> {
  // CHECK: :[[@LINE-1]]:29: warning: 'found' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE+4]]:5: note: the task writes it here
  // CHECK: :[[@LINE+6]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:17: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-5]]:29: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
    found.push_back(1);
    co_await rt::sleep_for(1ms);
  });
  found.push_back(2);
  co_await std::move(handle);
}

// Wrong: the lock is unlocked by a thread that did not take it.
rt::task<> hands_over_a_lock(std::mutex &of) {
  std::unique_lock held(of);
  auto handle =
      rt::spawn([held = std::move(held)]() -> rt::task<> { co_await use(1); });
      // CHECK: :[[@LINE-1]]:18: warning: 'held' is moved into a task that another thread may run; 'std::unique_lock<std::mutex>' must be unlocked on the thread that locked it [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-2]]:11: note: 'spawn' starts the task here
      // CHECK: :[[@LINE-3]]:18: note: use it on this thread only, and hand the task the plain values that it needs
  co_await std::move(handle);
}

// Right: counted atomically, and not changed.
rt::task<> shares_settings(std::shared_ptr<const int> settings) {
  auto handle =
      rt::spawn([settings]() -> rt::task<> { co_await use(*settings); });
  co_await use(*settings);
  co_await std::move(handle);
}

// Right: on the same thread a plain count is fine.
rt::task<> stays_on_its_thread(rc<int> settings) {
  auto handle =
      rt::spawn_local([settings]() -> rt::task<> { co_await use(*settings); });
  co_await use(*settings);
  co_await std::move(handle);
}

// Right: what it refers to does its own locking, and lives until the end.
rt::task<> shares_an_event() {
  rt::event ready;
  rt::mutex output;
  auto handle = rt::spawn([&ready, &output]() -> rt::task<> {
    const auto held = co_await output.lock();
    ready.set();
  });
  co_await ready.wait();
  const auto held = co_await output.lock();
  co_await std::move(handle);
}
