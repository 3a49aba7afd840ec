// RUN: %check_rule %s coro-spawn-borrows-local
// A count that the work counts down is asked until it is zero.

#include <atomic>
#include <thread>

void print(int value);

void by_load() {
  int value = 3;
  std::atomic<int> running{1};
  std::thread([&] {
    print(value);
    running.fetch_sub(1);
  }).detach();
  while (running.load(std::memory_order_relaxed))
    ;
}

void by_value() {
  int value = 3;
  std::atomic<bool> done{false};
  std::thread([&] {
    print(value);
    done = true;
  }).detach();
  while (!done) {
  }
}

void not_asked() {
  int value = 3;
  std::thread([&] { print(value); }).detach();
  // CHECK: :[[@LINE-1]]:15: warning: 'value' is lent to a task that may still run when 'value' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task is started by the constructor of 'std::thread'
  // CHECK: :[[@LINE-3]]:27: note: 'value' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'value'
}

