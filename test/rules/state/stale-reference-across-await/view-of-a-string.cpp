// RUN: %check_rule %s coro-stale-reference-across-await
// Views of text that is assigned anew.

#include "lazy.h"
#include <span>
#include <string>
#include <string_view>
#include <vector>

lib::task<void> send(int length);
void log(std::string_view text);

struct user {
  std::string name;
  std::vector<char> buffer;

  void rename(std::string to) { name = std::move(to); }
  void grow() { buffer.resize(2 * buffer.size()); }

  lib::task<void> greet() {
    std::string_view shown = name;
    // CHECK: :[[@LINE-1]]:22: warning: the view 'shown' into 'name' is used after a suspension; 'name' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:9: note: used here afterwards
    // CHECK: :[[@LINE-8]]:38: note: 'name' is changed here, in 'rename'
    // CHECK: :[[@LINE-5]]:22: note: copy what is needed, or look it up in 'name' again after the suspension
    co_await send(shown.size());
    log(shown);
  }

  lib::task<void> write() {
    std::span<char> bytes(buffer);
    // CHECK: :[[@LINE-1]]:21: warning: the view 'bytes' into 'buffer' is used after a suspension; 'buffer' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:5: note: used here afterwards
    // CHECK: :[[@LINE-18]]:24: note: 'buffer' is changed here, in 'grow'
    // CHECK: :[[@LINE-5]]:21: note: copy what is needed, or look it up in 'buffer' again after the suspension
    co_await send(bytes.size());
    bytes[0] = 0;
  }
};

lib::task<void> rename_later(user &who) {
  const char *text = who.name.data();
  // CHECK: :[[@LINE-1]]:15: warning: the pointer 'text' into 'who.name' is used after a suspension; 'who.name' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
  // CHECK: :[[@LINE+4]]:3: note: suspends here
  // CHECK: :[[@LINE+4]]:7: note: used here afterwards
  // CHECK: :[[@LINE-31]]:38: note: 'who.name' is changed here, in 'rename'
  // CHECK: :[[@LINE-5]]:15: note: copy what is needed, or look it up in 'who.name' again after the suspension
  co_await send(1);
  log(text);
}
