// RUN: %check_rule %s coro-sync-wait
// A parameter is waited for unless all calls are known and pass what is ready.

#include "results.h"
#include <functional>

using concurrencpp::result;
using concurrencpp::when_all;

result<int> load(int id);
static result<int> zero() { co_return 0; }

// Found: one of its two callers.
static result<int> one_of_two(result<int> value) { co_return value.get(); }
// CHECK: :[[@LINE-1]]:68: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-2]]:68: note: 'get' blocks this thread until the result is there
// CHECK: :[[@LINE-3]]:20: note: 'one_of_two' is a coroutine
// CHECK: :[[@LINE-4]]:68: note: co_await the result instead
result<int> calls_with_ready() { co_return co_await one_of_two(zero()); }
result<int> calls_with_any() { co_return co_await one_of_two(load(1)); }

// Found: other units can call it.
result<int> of_any_unit(result<int> value) { co_return value.get(); }
// CHECK: :[[@LINE-1]]:62: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-2]]:62: note: 'get' blocks this thread until the result is there
// CHECK: :[[@LINE-3]]:13: note: 'of_any_unit' is a coroutine
// CHECK: :[[@LINE-4]]:62: note: co_await the result instead
result<int> calls_it() { co_return co_await of_any_unit(zero()); }

// Found: it is called through a pointer too.
static result<int> by_pointer(result<int> value) { co_return value.get(); }
// CHECK: :[[@LINE-1]]:68: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-2]]:68: note: 'get' blocks this thread until the result is there
// CHECK: :[[@LINE-3]]:20: note: 'by_pointer' is a coroutine
// CHECK: :[[@LINE-4]]:68: note: co_await the result instead
result<int> (*pointer)(result<int>) = by_pointer;
result<int> calls_by_name() { co_return co_await by_pointer(zero()); }

// Found: nobody calls it.
static result<int> by_nobody(result<int> value) { co_return value.get(); }
// CHECK: :[[@LINE-1]]:67: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-2]]:67: note: 'get' blocks this thread until the result is there
// CHECK: :[[@LINE-3]]:20: note: 'by_nobody' is a coroutine
// CHECK: :[[@LINE-4]]:67: note: co_await the result instead

// Found: the parameter gets another value.
static result<int> replaced(result<int> value) {
  value = load(2);
  co_return value.get();
  // CHECK: :[[@LINE-1]]:19: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:19: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-5]]:20: note: 'replaced' is a coroutine
  // CHECK: :[[@LINE-4]]:19: note: co_await the result instead
}
result<int> calls_replaced() { co_return co_await replaced(zero()); }

// Found: the caller adds one that is not ready.
static result<int> last(std::vector<result<int>> all) {
  co_return all.back().get();
  // CHECK: :[[@LINE-1]]:24: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:24: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-4]]:20: note: 'last' is a coroutine
  // CHECK: :[[@LINE-4]]:24: note: co_await the result instead
}
result<int> calls_last(std::vector<result<int>> some) {
  auto done = co_await when_all(std::move(some));
  done.push_back(load(3));
  co_return co_await last(std::move(done));
}

// Found: that the list was asked something says nothing of its elements.
static result<int> front(std::vector<result<int>> all) {
  co_return all.front().get();
  // CHECK: :[[@LINE-1]]:25: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:25: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-4]]:20: note: 'front' is a coroutine
  // CHECK: :[[@LINE-4]]:25: note: co_await the result instead
}
result<int> calls_front(std::vector<result<int>> some) {
  if (some.empty())
    co_return 0;
  co_return co_await front(std::move(some));
}

// Found: only one of these is ready.
static result<int> of_any(std::vector<result<int>> all) {
  co_return all[0].get();
  // CHECK: :[[@LINE-1]]:20: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:20: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-4]]:20: note: 'of_any' is a coroutine
  // CHECK: :[[@LINE-4]]:20: note: co_await the result instead
}
result<int> calls_of_any(std::vector<result<int>> some) {
  auto any = co_await concurrencpp::when_any(std::move(some));
  co_return co_await of_any(std::move(any.results));
}

// Found: the callable is kept, and called from elsewhere.
std::function<result<int>(result<int>)> keeps() {
  return [](result<int> value) -> result<int> { co_return value.get(); };
  // CHECK: :[[@LINE-1]]:65: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:65: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-3]]:10: note: the lambda is a coroutine
  // CHECK: :[[@LINE-4]]:65: note: co_await the result instead
}
result<int> calls_what_is_kept() { co_return co_await keeps()(zero()); }

// Found: a virtual function.
namespace {
struct base {
  virtual result<int> take(result<int> value) { co_return value.get(); }
  // CHECK: :[[@LINE-1]]:65: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:65: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-3]]:23: note: 'take' is a coroutine
  // CHECK: :[[@LINE-4]]:65: note: co_await the result instead
};
} // namespace
result<int> calls_virtual(base &any) { co_return co_await any.take(zero()); }
