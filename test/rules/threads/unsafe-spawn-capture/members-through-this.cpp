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

// Silent: set before the start, locked, atomic, waited for, other members.
class careful {
public:
  void set_before() {
    served = 1;
    worker = std::thread([this] { ++served; });
  }
  void locked() {
    worker = std::thread([this] {
      std::lock_guard lock(guard);
      ++served;
    });
    std::lock_guard lock(guard);
    served = 1;
  }
  void ordered() {
    worker = std::thread([this] {
      while (!ready)
        ;
      print(served);
    });
    served = 1;
    ready = true;
  }
  void other_member() {
    worker = std::thread([this] { ++served; });
    asked = 1;
  }
  void waits() {
    worker = std::thread([this] { ++served; });
    stop();
    served = 1;
  }
  void asks_somebody() {
    worker = std::thread([this] { ++served; });
    rest();
    served = 1;
  }
  void copy_of_this() {
    std::thread other([copy = name] { print(copy.size()); });
    name = "";
    other.join();
  }

private:
  void stop() { worker.join(); }
  void rest();
  std::mutex guard;
  std::atomic<bool> ready = false;
  int served = 0;
  int asked = 0;
  std::string name;
  std::thread worker;
};

// Silent: another object of the same class.
class node {
public:
  void start(node &other) {
    worker = std::thread([&other] { ++other.visits; });
    visits = 1;
  }

private:
  int visits = 0;
  std::thread worker;
};
