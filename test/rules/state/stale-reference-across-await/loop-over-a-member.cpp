// RUN: %check_rule %s coro-stale-reference-across-await
// A loop over a member that another function of the class fills or empties.

#include "lazy.h"
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct session {
  lib::task<void> ping();
};

class server {
public:
  void join(std::shared_ptr<session> who);
  void leave(int id);
  lib::task<void> broadcast();
  lib::task<void> visit();
  lib::task<void> visit_elements();
  lib::task<void> visit_hashed();

private:
  std::vector<std::shared_ptr<session>> sessions_;
  std::map<int, session> by_id_;
  std::unordered_map<std::string, session> by_name_;
};

void server::join(std::shared_ptr<session> who) {
  sessions_.push_back(std::move(who));
  by_name_["new"] = session();
}

void server::leave(int id) { by_id_.erase(id); }

// Found: the vector may move.
lib::task<void> server::broadcast() {
  for (auto &each : sessions_)
  // CHECK: :[[@LINE-1]]:21: warning: 'sessions_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
  // CHECK: :[[@LINE-12]]:13: note: 'sessions_' is changed here, in 'join'
  // CHECK: :[[@LINE-5]]:21: note: loop over a copy of 'sessions_', or hold an async lock that its changes take, too
    co_await each->ping();
}

// Found: the element that the loop stands on may be erased.
lib::task<void> server::visit() {
  for (auto &[id, each] : by_id_)
  // CHECK: :[[@LINE-1]]:27: warning: 'by_id_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:25: note: goes on here afterwards
  // CHECK: :[[@LINE-19]]:37: note: 'by_id_' is changed here, in 'leave'
  // CHECK: :[[@LINE-5]]:27: note: loop over a copy of 'by_id_', or hold an async lock that its changes take, too
    co_await each.ping();
}

// Found: an index is no iterator, but the reference is used after the await.
lib::task<void> server::visit_elements() {
  for (unsigned i = 0; i < sessions_.size(); ++i) {
    auto &each = sessions_[i];
    // CHECK: :[[@LINE-1]]:11: warning: the reference 'each' into 'sessions_' is used after a suspension; 'sessions_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:14: note: used here afterwards
    // CHECK: :[[@LINE-35]]:13: note: 'sessions_' is changed here, in 'join'
    // CHECK: :[[@LINE-5]]:11: note: copy what is needed, or look it up in 'sessions_' again after the suspension
    co_await each->ping();
    co_await each->ping();
  }
}

// Found: an insertion may rehash.
lib::task<void> server::visit_hashed() {
  for (auto it = by_name_.begin(); it != by_name_.end(); ++it)
  // CHECK: :[[@LINE-1]]:13: warning: the iterator 'it' into 'by_name_' is used after a suspension; 'by_name_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:5: note: suspends here
  // CHECK: :[[@LINE-3]]:36: note: used here afterwards
  // CHECK: :[[@LINE-47]]:3: note: 'by_name_' is changed here, in 'join'
  // CHECK: :[[@LINE-5]]:13: note: copy what is needed, or look it up in 'by_name_' again after the suspension
    co_await it->second.ping();
}
