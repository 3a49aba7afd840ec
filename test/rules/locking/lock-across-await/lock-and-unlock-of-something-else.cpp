// RUN: %check_rule %s coro-lock-across-await
// 'lock' and 'unlock' of things that no thread owns.

#include "lazy.h"
#include <string>

lib::task<void> save(std::string text);
lib::task<void> charge(int cents);

class front_door {
public:
  bool lock();
  bool unlock();
};

class bank_account {
public:
  void lock();
  void unlock();
  void freeze_until(int day);
};

lib::task<void> leave_house(front_door &door) {
  door.lock();
  co_await save("left");
  door.unlock();
}

lib::task<void> close_account(bank_account &account) {
  account.lock();
  co_await charge(500);
  account.unlock();
}
// CHECK-NONE
