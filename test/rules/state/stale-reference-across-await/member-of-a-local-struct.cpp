// RUN: %check_rule %s coro-stale-reference-across-await
// A pointer that is kept in a local struct is as stale as one in a variable.

#include "lazy.h"
#include <map>

struct state {
  int count = 0;
};
struct work {
  int id = 0;
  state *of = nullptr;
};

lib::task<void> run(int id);
void use(state &now);

class coordinator {
public:
  void leave(int id) { states_.erase(id); }

  lib::task<void> after(int id) {
    work now{id, &states_.at(id)};
    // CHECK: :[[@LINE-1]]:10: warning: the pointer 'now.of' into 'states_' is used after a suspension; 'states_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:7: note: used here afterwards
    // CHECK: :[[@LINE-7]]:32: note: 'states_' is changed here, in 'leave'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'states_' again after the suspension
    co_await run(now.id);
    ++now.of->count;
  }

  // Silent: asked again.
  lib::task<void> again(int id) {
    work now{id, &states_.at(id)};
    ++now.of->count;
    co_await run(now.id);
    now.of = &states_.at(id);
    ++now.of->count;
  }

  // Silent: the whole is made anew.
  lib::task<void> anew(int id, work next) {
    work now{id, &states_.at(id)};
    ++now.of->count;
    co_await run(now.id);
    now = next;
    use(*now.of);
  }

  // Silent: only the number is used, and a state of another owner.
  lib::task<void> others(int id, state &other) {
    work now{id, &states_.at(id)};
    work mine{id, &other};
    ++now.of->count;
    co_await run(now.id);
    mine.of->count = now.id;
  }

private:
  std::map<int, state> states_;
};
