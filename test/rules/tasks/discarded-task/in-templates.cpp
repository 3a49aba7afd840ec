// RUN: %check_rule %s coro-discarded-task
// Templates: found once, whatever they are instantiated with.

#include "lazy.h"

lib::task<void> save(int id);
template <class Store> class cache {
public:
  // Found without an instance: save is no dependent name.
  lib::task<void> refresh() {
    save(1);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
    co_await store_.write(2);
  }

  // Found by the instances below: write returns a task in one of them.
  void flush() { store_.write(3); }
  // CHECK: :[[@LINE-1]]:18: warning: the task returned by 'write' is dropped; it is lazy, so 'write' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:18: note: hand it to a function that runs or spawns it, or return it

private:
  Store store_;
};

struct disk {
  lib::task<void> write(int value);
};
struct memory {
  void write(int value);
};

// Not found here.
lib::task<void> run() {
  cache<disk> slow;
  slow.flush();
  co_await slow.refresh();
  cache<memory> fast;
  fast.flush();
}
