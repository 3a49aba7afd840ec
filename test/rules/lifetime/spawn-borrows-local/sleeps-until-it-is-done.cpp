// RUN: %check_rule %s coro-spawn-borrows-local
// Who sleeps gives the work time; whether enough, nobody knows.

#include <chrono>
#include <thread>

struct counter {
  int value() const;
};
void count_up(counter &in);

int benchmark(int wanted) {
  counter done;
  std::thread([&] { count_up(done); }).detach();
  while (true) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    if (done.value() == wanted)
      break;
  }
  return 0;
}

int at_once() {
  counter done;
  std::thread([&] { count_up(done); }).detach();
  // CHECK: :[[@LINE-1]]:15: warning: 'done' is lent to a task that may still run when 'done' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task is started by the constructor of 'std::thread'
  // CHECK: :[[@LINE-3]]:30: note: 'done' is used here by the task
  // CHECK: :[[@LINE-5]]:11: note: wait for the task before the scope ends, or give it a copy of 'done'
  return 0;
}

