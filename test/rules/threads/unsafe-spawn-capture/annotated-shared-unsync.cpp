// RUN: %check_rule %s coro-unsafe-spawn-capture
// The shape of a class says nothing, its author says that it is not shared.

#include <thread>

class [[clang::annotate("corolint::shared_unsync")]] cursor {
public:
  void rewind();

private:
  void *state_ = nullptr;
};

class source {
public:
  void rewind();

private:
  void *state_ = nullptr;
};

// Found: both threads set it.
void share() {
  cursor values;
  std::thread worker([&values] { values = cursor(); });
  // CHECK: :[[@LINE-1]]:24: warning: 'values' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:34: note: the task writes it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  values = cursor();
  worker.join();
}

// Not found: of this class nobody says anything.
void share_source() {
  source values;
  std::thread worker([&values] { values = source(); });
  values = source();
  worker.join();
}
