// RUN: %check_rule %s coro-unsafe-spawn-capture
// A pointer is copied into the thread; what it points to is not.

#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void print(int value);

struct state {
  int step = 0;
  int other = 0;
};

// Found: captured under a name of its own.
void named_in_capture() {
  int total = 0;
  std::thread worker([p = &total] { ++*p; });
  // CHECK: :[[@LINE-1]]:23: warning: 'total' is shared through the pointer 'p' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:40: note: the task writes it here
  // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:23: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  ++total;
  worker.join();
}

// Found: a pointer that is set once.
void to_a_struct() {
  state now;
  state *p = &now;
  std::thread worker([p] { print(p->step); });
  // CHECK: :[[@LINE-1]]:23: warning: 'now' is shared through the pointer 'p' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:34: note: the task reads it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:23: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  now.step = 3;
  worker.join();
}

// Found: handed on as an argument.
void count(int *total) { ++*total; }
void count_there(int &total) { ++total; }
void print_text(std::string_view text) { print(text[0]); }
void as_arguments() {
  int total = 0;
  std::thread worker(count, &total);
  // CHECK: :[[@LINE-1]]:29: warning: 'total' is shared through the pointer 'total' of 'count' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-7]]:29: note: the task writes it here
  // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:29: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  ++total;
  worker.join();
}
void by_wrapper() {
  int total = 0;
  std::thread worker(count_there, std::ref(total));
  // CHECK: :[[@LINE-1]]:35: warning: 'total' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-17]]:34: note: the task writes it here
  // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:35: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  ++total;
  worker.join();
}
void as_view() {
  std::string text = "hello";
  std::thread worker(print_text, std::string_view(text));
  // CHECK: :[[@LINE-1]]:34: warning: 'text' is shared through the view 'text' of 'print_text' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-27]]:48: note: the task reads it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:34: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  text += " world";
  worker.join();
}

// Found: each call lends what it was given, not what another one was.
void raise(int &total) {
  int &same = total;
  ++same;
}
void one_after_the_other() {
  int first = 0, second = 0;
  std::thread one(raise, std::ref(first));
  std::thread two(raise, std::ref(second));
  // CHECK: :[[@LINE-1]]:26: warning: 'second' is shared by reference with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-7]]:5: note: the task writes it here
  // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:26: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  ++second;
  one.join();
  two.join();
}
