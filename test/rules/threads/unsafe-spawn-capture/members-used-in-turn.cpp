// RUN: %check_rule %s coro-unsafe-spawn-capture
// Members of an object that a thread and a member function use in turn.

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

void print(int value);

// Set before the start, locked, atomic, waited for, other members.
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

// Another object of the same class.
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

// CHECK-NONE
