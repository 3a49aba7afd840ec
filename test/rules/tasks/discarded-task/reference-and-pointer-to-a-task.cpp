// RUN: %check_rule %s coro-discarded-task
// Somebody else owns it, and answers for it.

#include "lazy.h"
#include <map>
#include <memory>

class registry {
public:
  lib::task<int> &find(int id) { return pending_[id]; }
  lib::task<int> *look(int id) { return &pending_[id]; }
  std::shared_ptr<lib::task<int>> share(int id);

private:
  std::map<int, lib::task<int>> pending_;
};

lib::task<void> visit(registry &all) {
  all.find(1);
  all.look(2);
  all.share(3);
  lib::task<int> &mine = all.find(4);
  auto *yours = all.look(5);
  co_return;
}

// CHECK-NONE
