// RUN: %check_rule %s coro-unsafe-spawn-capture
// Views and iterators that a thread keeps while its starter changes what they
// look at.

#include <algorithm>
#include <future>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void print(int value);
void print(std::string_view text);

// Found: the text may move while it is read.
void view_of_text() {
  std::string text = "hello";
  std::string_view head = text;
  std::thread worker([head] { print(head); });
  // CHECK: :[[@LINE-1]]:23: warning: 'text' is shared through the view 'head' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:37: note: the task reads it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:23: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  text += " world";
  worker.join();
}

// Found: the view is made in the capture.
void view_made_in_capture() {
  std::string text = "hello";
  std::thread worker(
      [tail = std::string_view(text).substr(1)] { print(tail.size() + tail[0]); });
      // CHECK: :[[@LINE-1]]:8: warning: 'text' is shared through the view 'tail' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-2]]:71: note: the task reads it here
      // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
      // CHECK: :[[@LINE-5]]:15: note: the constructor of 'std::thread' starts the task here
      // CHECK: :[[@LINE-5]]:8: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  text.clear();
  worker.join();
}

// Found: the vector grows under the span.
void span_of_vector() {
  std::vector<int> all(3);
  auto done = std::async(std::launch::async, [s = std::span(all)] { s[0] = 1; });
  // CHECK: :[[@LINE-1]]:47: warning: 'all' is shared through the view 's' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:69: note: the task writes it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: 'async' starts the task here
  // CHECK: :[[@LINE-5]]:47: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  all.resize(10);
  done.wait();
}

// Found: copied while an element is written.
int copied_meanwhile() {
  std::vector<int> all(3);
  std::thread worker([s = std::span<int>(all)] { s[0] = 1; });
  // CHECK: :[[@LINE-1]]:23: warning: 'all' is shared through the view 's' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:50: note: the task writes it here
  // CHECK: :[[@LINE+3]]:27: note: read here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:23: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  std::vector<int> copy = all;
  worker.join();
  return copy[0];
}

// Found: iterators of what grows.
void iterators() {
  std::vector<int> all{1, 2, 3};
  auto first = all.begin();
  std::thread worker([first] { print(*first); });
  // CHECK: :[[@LINE-1]]:23: warning: 'all' is shared through the iterator 'first' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
  // CHECK: :[[@LINE-2]]:39: note: the task reads it here
  // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
  // CHECK: :[[@LINE-4]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-5]]:23: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  all.push_back(4);
  worker.join();
}
void iterator_that_was_searched() {
  std::vector<int> all{1, 2, 3};
  std::thread worker(
      [two = std::find(all.begin(), all.end(), 2)] { *two = 3; });
      // CHECK: :[[@LINE-1]]:8: warning: 'all' is shared through the iterator 'two' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
      // CHECK: :[[@LINE-2]]:55: note: the task writes it here
      // CHECK: :[[@LINE+3]]:3: note: written here, before anything waits for the task
      // CHECK: :[[@LINE-5]]:15: note: the constructor of 'std::thread' starts the task here
      // CHECK: :[[@LINE-5]]:8: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
  all.erase(all.begin());
  worker.join();
}
