// RUN: %check_rule %s coro-discarded-task
// A task from a callable of any kind, awaited.

#include "lazy.h"
#include <functional>

lib::task<void> save(int id);

struct editor {
  lib::task<void> store();
};

template <class F>
  requires requires(F call) { call(1); }
lib::task<void> call_with_one(F call) {
  return call(1);
}

lib::task<void> run(std::function<lib::task<void>(int)> erased,
                    lib::task<void> (*pointer)(int),
                    lib::task<void> (editor::*member)(), editor &mine) {
  co_await erased(1);
  auto later = erased(2);
  co_await pointer(3);
  co_await (mine.*member)();
  co_await std::invoke(save, 4);
  auto generic = [](auto id) { return save(id); };
  co_await generic(5);
  co_await call_with_one(save);
  co_await later;
}

// CHECK-NONE
