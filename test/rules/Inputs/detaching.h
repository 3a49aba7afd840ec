// A library that says what becomes of the failures of what is let go.
#ifndef INPUTS_DETACHING_H
#define INPUTS_DETACHING_H

#include "lazy.h"

namespace lib {

class [[clang::annotate("corolint::stops_if_dropped"),
        clang::annotate("corolint::drops_failures")]] handle {
public:
  [[clang::annotate("corolint::detaches"),
    clang::annotate("corolint::drops_failures")]] void
  detach() &&;
  [[clang::annotate("corolint::detaches")]] void on_failure(void (*)()) &&;
  void stop();
  task<void> end();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

handle spawn([[clang::annotate("corolint::spawns")]] task<void> work);
template <class F>
handle spawn_call([[clang::annotate("corolint::spawns")]] F work) {
  return {};
}

[[clang::annotate("corolint::drops_failures")]] void
go([[clang::annotate("corolint::spawns"),
     clang::annotate("corolint::consumes")]] task<void> work);

} // namespace lib

#endif
