// RUN: %check_rule %s coro-unsafe-spawn-capture
// The author of a type says that it may travel, whatever it looks like.

#include "executor.h"

// Copies are made and dropped under the lock of the registry.
class [[clang::annotate("corolint::sendable")]] Name {
public:
  Name() : entry_(new Entry) {}
  Name(const Name &other) : entry_(other.entry_) { ++entry_->uses; }
  ~Name() { --entry_->uses; }

private:
  struct Entry {
    int uses = 1;
  };
  Entry *entry_;
};

struct Account {
  Name owner;
  long balance = 0;
};

lib::task<void> settle(Account account);

void settle_later(lib::pool &workers, const Account &account) {
  workers.spawn(settle(account));
  workers.post([owner = account.owner] {});
}

// CHECK-NONE
