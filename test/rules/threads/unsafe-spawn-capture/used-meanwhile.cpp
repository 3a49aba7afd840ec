// RUN: %check_rule %s coro-unsafe-spawn-capture
// Ordinary objects that a thread and its starter use at the same time.

#include <future>
#include <map>
#include <string>
#include <thread>
#include <vector>

void print(int total);

// Found: both write.
void both_count() {
  int total = 0;
  std::thread worker([&total] { ++total; });
  // CHECK: :[[@LINE-1]]:24: warning: 'total' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:35: note: the task writes it here
  // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  ++total;
  worker.join();
}

// Found: read while it is written.
int reads_too_early() {
  std::vector<int> found;
  auto done = std::async(std::launch::async, [&] { found.push_back(1); });
  // CHECK: :[[@LINE-1]]:46: warning: 'found' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:52: note: the task writes it here
  // CHECK: :[[@LINE+3]]:9: note: read here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: 'async' starts the task here
  // CHECK: :[[@LINE-5]]:46: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  print(found.size());
  done.wait();
  return found.size();
}

// Found: the loop counts on while the thread reads.
void loop_variable() {
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&i] { print(i); });
    // CHECK: :[[@LINE-1]]:24: warning: 'i' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
    // CHECK: :[[@LINE-2]]:35: note: the task reads it here
    // CHECK: :[[@LINE-4]]:28: note: written here, before anything waits for the task
    // CHECK: :[[@LINE-4]]:9: note: 'emplace_back' starts the task here
    // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  for (auto &each : all)
    each.join();
}

// Found: a member, on one path only.
struct state {
  int step = 0;
};
void on_one_path(bool wait) {
  state now;
  std::thread worker([&now] { now.step = 1; });
  // CHECK: :[[@LINE-1]]:24: warning: 'now' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:31: note: the task writes it here
  // CHECK: :[[@LINE+5]]:9: note: read here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  if (wait)
    worker.join();
  print(now.step);
  if (!wait)
    worker.join();
}

// Found: the same member, and the whole of it.
struct halves {
  int left = 0;
  int right = 0;
};
int same_member() {
  halves sum;
  std::thread worker([&sum] { sum.left = 1; });
  // CHECK: :[[@LINE-1]]:24: warning: 'sum' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:31: note: the task writes it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  sum.left = 2;
  worker.join();
  return sum.left;
}
int whole_object() {
  halves sum;
  std::thread worker([&sum] { sum.left = 1; });
  // CHECK: :[[@LINE-1]]:24: warning: 'sum' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:31: note: the task writes it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  sum = halves();
  worker.join();
  return sum.left;
}

// Found: operator[] of a map makes what it does not find.
void makes_an_entry() {
  std::map<int, int> found;
  std::thread worker([&found] { print(found.size()); });
  // CHECK: :[[@LINE-1]]:24: warning: 'found' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:39: note: the task reads it here
  // CHECK: :[[@LINE+3]]:9: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:24: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  print(found[3]);
  worker.join();
}
