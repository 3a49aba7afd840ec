// RUN: %check_rule %s coro-stale-reference-across-await
// Elements that a look-up of the class gives away.

#include "lazy.h"
#include <map>
#include <memory>

struct session {
  int count = 0;
  lib::task<void> ping();
};

session fallback;

class server {
public:
  void leave(int id) { sessions_.erase(id); }

  lib::task<void> by_reference(int id) {
    session &mine = get(id);
    // CHECK: :[[@LINE-1]]:14: warning: the reference 'mine' into 'sessions_' is used after a suspension; 'sessions_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:7: note: used here afterwards
    // CHECK: :[[@LINE-7]]:34: note: 'sessions_' is changed here, in 'leave'
    // CHECK: :[[@LINE-5]]:14: note: copy what is needed, or look it up in 'sessions_' again after the suspension
    co_await mine.ping();
    ++mine.count;
  }

  lib::task<void> by_pointer(int id) {
    session *mine = find(id);
    // CHECK: :[[@LINE-1]]:14: warning: the pointer 'mine' into 'sessions_' is used after a suspension; 'sessions_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+6]]:5: note: suspends here
    // CHECK: :[[@LINE+6]]:7: note: used here afterwards
    // CHECK: :[[@LINE-18]]:34: note: 'sessions_' is changed here, in 'leave'
    // CHECK: :[[@LINE-5]]:14: note: copy what is needed, or look it up in 'sessions_' again after the suspension
    if (!mine)
      co_return;
    co_await mine->ping();
    ++mine->count;
  }

  // Silent: one of several.
  lib::task<void> one_of_two(int id) {
    session &mine = get_or_fallback(id);
    co_await mine.ping();
    ++mine.count;
  }

  // Silent: a copy of the handle.
  lib::task<void> shared(int id) {
    auto mine = get_shared(id);
    co_await mine->ping();
    ++mine->count;
  }

private:
  session &get(int id) { return sessions_.at(id); }
  session *find(int id) {
    auto it = sessions_.find(id);
    return it == sessions_.end() ? nullptr : &it->second;
  }
  session &get_or_fallback(int id) {
    if (id == 0)
      return fallback;
    return sessions_.at(id);
  }
  std::shared_ptr<session> get_shared(int id) { return shared_.at(id); }

  std::map<int, session> sessions_;
  std::map<int, std::shared_ptr<session>> shared_;
};
