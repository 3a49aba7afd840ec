// RUN: %check_rule %s coro-stale-reference-across-await
// References, pointers and iterators into a map whose elements come and go.

#include "lazy.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

struct room {
  int guests = 0;
  lib::task<void> open();
  void close();
};

lib::task<int> ask();

class hotel {
public:
  void demolish(int number) { rooms_.erase(number); }
  void resign() { owners_.clear(); }

  lib::task<void> by_reference(int number) {
    room &mine = rooms_.at(number);
    // CHECK: :[[@LINE-1]]:11: warning: the reference 'mine' into 'rooms_' is used after a suspension; 'rooms_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-8]]:38: note: 'rooms_' is changed here, in 'demolish'
    // CHECK: :[[@LINE-5]]:11: note: copy what is needed, or look it up in 'rooms_' again after the suspension
    co_await mine.open();
    mine.close();
  }

  lib::task<void> by_pointer(int number) {
    room *mine = &rooms_[number];
    // CHECK: :[[@LINE-1]]:11: warning: the pointer 'mine' into 'rooms_' is used after a suspension; 'rooms_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-19]]:38: note: 'rooms_' is changed here, in 'demolish'
    // CHECK: :[[@LINE-5]]:11: note: copy what is needed, or look it up in 'rooms_' again after the suspension
    co_await mine->open();
    mine->close();
  }

  lib::task<void> by_iterator(int number) {
    auto it = rooms_.find(number);
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'rooms_' is used after a suspension; 'rooms_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+6]]:24: note: suspends here
    // CHECK: :[[@LINE+6]]:5: note: used here afterwards
    // CHECK: :[[@LINE-30]]:38: note: 'rooms_' is changed here, in 'demolish'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'rooms_' again after the suspension
    if (it == rooms_.end())
      co_return;
    const int guests = co_await ask();
    it->second.guests = guests;
  }

  lib::task<void> by_part_of_iterator(int number) {
    auto it = rooms_.find(number);
    int &guests = it->second.guests;
    // CHECK: :[[@LINE-1]]:10: warning: the reference 'guests' into 'rooms_' is used after a suspension; 'rooms_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:15: note: suspends here
    // CHECK: :[[@LINE+4]]:7: note: used here afterwards
    // CHECK: :[[@LINE-44]]:38: note: 'rooms_' is changed here, in 'demolish'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'rooms_' again after the suspension
    guests += co_await ask();
    ++guests;
  }

  lib::task<void> by_insertion(int number) {
    auto [it, fresh] = rooms_.try_emplace(number);
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'rooms_' is used after a suspension; 'rooms_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-55]]:38: note: 'rooms_' is changed here, in 'demolish'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'rooms_' again after the suspension
    co_await ask();
    it->second.close();
  }

  // Found: what an element owns dies with it.
  lib::task<void> by_owned(int number) {
    room &mine = *owners_.at(number);
    // CHECK: :[[@LINE-1]]:11: warning: the reference 'mine' into 'owners_' is used after a suspension; 'owners_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-66]]:27: note: 'owners_' is changed here, in 'resign'
    // CHECK: :[[@LINE-5]]:11: note: copy what is needed, or look it up in 'owners_' again after the suspension
    co_await mine.open();
    mine.close();
  }

private:
  std::map<int, room> rooms_;
  std::vector<std::unique_ptr<room>> owners_;
};
