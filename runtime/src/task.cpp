#include "corolint/rt/task.hpp"

namespace corolint::rt::detail {

void throw_consumed() {
  consumed_again();
  throw task_consumed();
}

} // namespace corolint::rt::detail
