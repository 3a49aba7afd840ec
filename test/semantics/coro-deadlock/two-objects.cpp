// A member locks its own mutex and that of another object.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>

namespace rt = corolint::rt;

class account {
public:
  rt::task<> give(account &other, int amount) {
    const auto mine = co_await guards_.lock();
    const auto theirs = co_await other.guards_.lock();
    balance_ -= amount;
    other.balance_ += amount;
  }

private:
  rt::mutex guards_;
  int balance_ = 0;
};

account first, second;

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(first.give(second, 1));
}
