// A sleep to be awaited.
#ifndef INPUTS_TIMER_H
#define INPUTS_TIMER_H

#include "lazy.h"
#include <chrono>

namespace lib {

struct sleep_operation {
  std::chrono::nanoseconds length;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiter) const;
  void await_resume() const noexcept {}
};

inline sleep_operation sleep(std::chrono::nanoseconds length) {
  return {length};
}

} // namespace lib

#endif
