// RUN: %check_rule %s coro-stale-reference-across-await
// Every hash table is made anew when it grows, the elements of a B-tree move;
// other trees may keep theirs.

#include "lazy.h"
#include <cstddef>
#include <utility>

namespace other {
template <class Key, class Value> class map {
public:
  using element = std::pair<const Key, Value>;
  class iterator {
  public:
    element &operator*() const;
    element *operator->() const;
    iterator &operator++();
    bool operator==(const iterator &) const = default;

  private:
    element *slot_ = nullptr;
  };
  iterator begin();
  iterator end();
  iterator find(const Key &key);
  Value &operator[](const Key &key);
  std::pair<iterator, bool> try_emplace(const Key &key);
};
template <class Key, class Value> class flat_map : public map<Key, Value> {
public:
  std::size_t bucket_count() const;
};
template <class Key, class Value> class btree_map : public map<Key, Value> {};
} // namespace other

lib::task<void> visit(int number);

class server {
public:
  void join(int id) {
    table_[id] = 1;
    tree_[id] = 1;
    btree_[id] = 1;
  }

  lib::task<void> visit_all() {
    for (auto &each : table_)
    // CHECK: :[[@LINE-1]]:23: warning: 'table_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-10]]:5: note: 'table_' is changed here, in 'join'
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'table_', or hold an async lock that its changes take, too
      co_await visit(each.second);
  }

  lib::task<void> visit_one(int id) {
    auto it = table_.find(id);
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'table_' is used after a suspension; 'table_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-20]]:5: note: 'table_' is changed here, in 'join'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'table_' again after the suspension
    co_await visit(1);
    it->second = 2;
  }

  lib::task<void> visit_btree() {
    for (auto &each : btree_)
    // CHECK: :[[@LINE-1]]:23: warning: 'btree_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-29]]:5: note: 'btree_' is changed here, in 'join'
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'btree_', or hold an async lock that its changes take, too
      co_await visit(each.second);
  }

  lib::task<void> visit_tree() {
    for (auto &each : tree_)
      co_await visit(each.second);
  }

private:
  other::flat_map<int, int> table_;
  other::map<int, int> tree_;
  other::btree_map<int, int> btree_;
};
