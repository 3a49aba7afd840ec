// RUN: %check_rule %s coro-unsafe-spawn-capture
// A copy grows its own size, its destructor counts it down: nothing is shared.

#include "executor.h"
#include <memory>

class Stack {
public:
  Stack() = default;
  Stack(const Stack &other) {
    for (int i = 0; i < other.size_; ++i)
      push(other.values_[i]);
  }
  ~Stack() {
    while (size_ > 0)
      pop();
  }
  void push(int value) { values_[size_++] = value; }
  void pop() { values_[--size_] = 0; }

private:
  int size_ = 0;
  int values_[32];
};

lib::task<void> evaluate(Stack stack);

void evaluate_twice(lib::pool &workers, const Stack &stack) {
  workers.spawn(evaluate(stack));
  workers.spawn(evaluate(stack));
}

// CHECK-NONE
