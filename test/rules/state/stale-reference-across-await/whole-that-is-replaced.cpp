// RUN: %check_rule %s coro-stale-reference-across-await
// The container goes with the object that it is a part of.

#include "lazy.h"
#include <unordered_map>
#include <utility>
#include <vector>

struct topology {
  std::unordered_map<int, int> nodes;
  const std::pair<const int, int> *find(int id) const {
    auto it = nodes.find(id);
    return it == nodes.end() ? nullptr : &*it;
  }
};

lib::task<topology> load();
lib::task<void> wait();
void use(int value);

class service {
public:
  lib::task<void> reload() { now_ = co_await load(); }

  lib::task<void> through_a_look_up(int id) {
    const auto *node = now_.find(id);
    if (!node)
      co_return;
    const int &value = node->second;
    // CHECK: :[[@LINE-1]]:16: warning: the reference 'value' into 'nodes' is used after a suspension; 'nodes' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:9: note: used here afterwards
    // CHECK: :[[@LINE-10]]:35: note: 'now_' is changed here, in 'reload'
    // CHECK: :[[@LINE-5]]:16: note: copy what is needed, or look it up in 'nodes' again after the suspension
    co_await wait();
    use(value);
  }

  lib::task<void> through_a_member() {
    for (auto &[id, value] : now_.nodes)
    // CHECK: :[[@LINE-1]]:35: warning: 'now_.nodes' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:28: note: goes on here afterwards
    // CHECK: :[[@LINE-21]]:35: note: 'now_' is changed here, in 'reload'
    // CHECK: :[[@LINE-5]]:35: note: loop over a copy of 'now_.nodes', or hold an async lock that its changes take, too
      co_await wait();
  }

  // Silent: that one is never replaced.
  lib::task<void> another(int id) {
    const auto *node = first_.find(id);
    co_await wait();
    use(node->second);
  }

  // Silent: another pointer does not end the object.
  void point_to(topology &other) { other_ = &other; }
  lib::task<void> through_a_pointer(int id) {
    const auto *node = other_->find(id);
    co_await wait();
    use(node->second);
  }

private:
  topology now_;
  topology first_;
  topology *other_ = nullptr;
};
