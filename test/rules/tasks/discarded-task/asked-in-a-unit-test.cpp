// RUN: %check_rule %s coro-discarded-task
// A unit test that asks a task for its state has it for that.

#include "eager.h"
#include "lazy.h"
#include "unit_test.h"

class [[nodiscard]] future : public lib::job<void> {
public:
  bool available() const;
};
future flush(int file);
struct work_item : lib::task<void> {
  bool done() const;
};
work_item next_item();
void check(bool condition);

TEST_CASE("is not done at once") {
  auto first = flush(1);
  auto second = flush(2);
  check(first.available() && !second.available());
  auto item = next_item();
  check(!item.done());
}

// CHECK-NONE
