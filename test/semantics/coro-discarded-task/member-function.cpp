// A member function that is a coroutine is called like a plain one.
#include "corolint/rt/runtime.hpp"

namespace rt = corolint::rt;

class store {
public:
  rt::task<> saves(int value) {
    last_ = value;
    co_return;
  }
  int last() const { return last_; }

private:
  int last_ = 0;
};

rt::task<int> handles() {
  store kept;
  kept.saves(1); // expect: coro-discarded-task
  co_return kept.last();
}

int main() { return rt::block_on(handles()); }
