// RUN: %check_rule %s coro-discarded-task
// The task is awaited by another name, or by an object that refers to it.

#include "lazy.h"
#include <functional>
#include <vector>

lib::task<void> save(int id);

class join_at_end {
public:
  explicit join_at_end(lib::task<void> &work) : work_(work) {}
  ~join_at_end();

private:
  lib::task<void> &work_;
};

lib::task<void> by_reference() {
  auto work = save(1);
  auto &same = work;
  co_await same;
}

lib::task<void> by_pointer() {
  auto work = save(2);
  auto *pointer = &work;
  co_await *pointer;
}

lib::task<void> by_reference_wrapper(
    std::vector<std::reference_wrapper<lib::task<void>>> &all) {
  auto work = save(3);
  all.push_back(work);
  co_await all.back().get();
}

void by_owner() {
  auto work = save(4);
  join_at_end joined(work);
}

lib::task<void> by_generic_lambda() {
  auto work = save(5);
  auto wait = [&](auto count) -> lib::task<void> {
    while (count-- > 0)
      co_await work;
  };
  co_await wait(1);
}

// CHECK-NONE
