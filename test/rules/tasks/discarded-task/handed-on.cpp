// RUN: %check_rule %s coro-discarded-task
// Whoever takes the task takes the duty.

#include "executor.h"
#include "lazy.h"
#include <functional>
#include <memory>
#include <utility>
#include <vector>

lib::task<void> save(int id);
void keep(lib::task<void> work);
void keep_reference(lib::task<void> &work);
void keep_pointer(lib::task<void> *work);
template <class... Tasks> lib::task<void> when_all(Tasks... tasks);

struct session {
  explicit session(lib::task<void> work) : work_(std::move(work)) {}
  void restart() { work_ = save(1); }
  lib::task<void> work_;
};

lib::task<void> returned(int id) { return save(id); }

lib::task<void> returned_by_name(int id) {
  auto work = save(id);
  return work;
}

void passed(lib::pool &workers) {
  keep(save(1));
  workers.spawn(save(2));
  auto moved = save(3);
  keep(std::move(moved));
  auto lent = save(4);
  keep_reference(lent);
  auto pointed = save(5);
  keep_pointer(&pointed);
}

void stored(std::vector<lib::task<void>> &all) {
  all.push_back(save(1));
  all.emplace_back(save(2));
  auto shared = std::make_shared<lib::task<void>>(save(3));
  keep_reference(*shared);
  session first(save(4));
  session second{save(5)};
  auto owner = new session(save(6));
  static lib::task<void> once = save(7);
}

lib::task<void> together() {
  auto left = save(1), right = save(2);
  co_await when_all(std::move(left), std::move(right), save(3));
}

std::function<lib::task<void>()> maker(int id) {
  return [id] { return save(id); };
}

// CHECK-NONE
