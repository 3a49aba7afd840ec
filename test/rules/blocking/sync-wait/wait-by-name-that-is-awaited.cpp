// RUN: %check_rule %s coro-sync-wait
// Functions of these names that return a task wait for nothing themselves.

#include "lazy.h"

namespace flow {
template <class T> lib::task<T> block_on(lib::task<T> work);
// Waits for the replica to be in sync.
lib::task<void> sync_wait(lib::task<int> replica);
} // namespace flow

lib::task<int> price(int id);

lib::task<int> total() {
  co_await flow::sync_wait(price(0));
  co_return co_await flow::block_on(price(1));
}
// CHECK-NONE
