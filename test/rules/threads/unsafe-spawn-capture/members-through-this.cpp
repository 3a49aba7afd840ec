// RUN: %check_rule %s coro-unsafe-spawn-capture
// Members of an object that a thread and the member function that started it
// use at the same time.

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

void print(int value);

// Found.
class server {
public:
  void start() {
    worker = std::thread([this] { ++served; });
    // CHECK: :[[@LINE-1]]:27: warning: 'served' is shared through 'this' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
    // CHECK: :[[@LINE-2]]:37: note: the task writes it here
    // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
    // CHECK: :[[@LINE-4]]:14: note: the constructor of 'std::thread' starts the task here
    // CHECK: :[[@LINE-5]]:27: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
    served = 1;
  }
  void start_member() {
    worker = std::thread(&server::loop, this);
    // CHECK: :[[@LINE-1]]:14: warning: 'name' is shared through 'this' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
    // CHECK: :[[@LINE+17]]:23: note: the task reads it here
    // CHECK: :[[@LINE+3]]:5: note: written here, before anything waits for the task
    // CHECK: :[[@LINE-4]]:14: note: the constructor of 'std::thread' starts the task here
    // CHECK: :[[@LINE-5]]:14: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
    name = "server";
  }
  void start_by_pointer() {
    worker = std::thread([self = this] { print(self->served); });
    // CHECK: :[[@LINE-1]]:27: warning: 'served' is shared through the pointer 'self' with a task on another thread, and both use it at the same time [coro-unsafe-spawn-capture]
    // CHECK: :[[@LINE-2]]:48: note: the task reads it here
    // CHECK: :[[@LINE+3]]:7: note: written here, before anything waits for the task
    // CHECK: :[[@LINE-4]]:14: note: the constructor of 'std::thread' starts the task here
    // CHECK: :[[@LINE-5]]:27: note: wait for the task first, give it a value of its own, or share an atomic or what a mutex guards
    ++served;
  }

private:
  void loop() { print(name.size()); }
  int served = 0;
  std::string name;
  std::thread worker;
};
