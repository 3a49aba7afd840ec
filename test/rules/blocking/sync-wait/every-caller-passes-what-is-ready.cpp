// RUN: %check_rule %s coro-sync-wait
// A parameter of a function that only this file can call; each call passes a
// result that is ready.

#include "results.h"
#include <chrono>
#include <future>

using concurrencpp::result;
using concurrencpp::when_all;

result<int> load(int id);
static result<int> zero() { co_return 0; }

static result<int> first(std::vector<result<int>> all) {
  co_return all[0].get();
}

namespace {
struct pair_of_results {
  result<int> left;
  result<int> right;
};
result<int> sum(result<int> left, result<int> right) {
  co_return left.get() + right.get();
}
int helper(result<int> &&one) { return one.get(); }
result<int> through_a_helper(result<int> one) {
  co_return helper(std::move(one));
}
} // namespace

// Passes on what it got.
static result<int> drop(std::vector<result<int>> all, int count) {
  if (count > 0)
    co_return co_await drop(std::move(all), count - 1);
  co_return all.back().get();
}

static result<int> finish(std::future<int> asked) { co_return asked.get(); }

result<int> callers(std::vector<result<int>> some, std::future<int> late) {
  auto done = co_await when_all(std::move(some));
  int count = co_await first(std::move(done));
  auto both = co_await when_all(load(1), load(2));
  count += co_await sum(std::move(std::get<0>(both)), zero());
  count += co_await sum(zero(), std::move(std::get<1>(both)));
  count += co_await through_a_helper(zero());
  auto others = co_await when_all(std::vector<result<int>>());
  count += co_await drop(std::move(others), 3);
  if (late.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
    count += co_await finish(std::move(late));
  co_return count;
}

// A function object that a template calls.
struct get_it {
  template <class T> result<T> operator()(result<T> one) {
    co_return one.get();
  }
};
template <class T> result<int> each_of(std::vector<result<T>> some) {
  auto done = co_await when_all(std::move(some));
  concurrencpp::tests::each(std::move(done), get_it{});
  co_return 0;
}
template result<int> each_of(std::vector<result<int>>);

// A lambda and a private member.
result<int> by_lambda() {
  auto take = [](result<int> one) -> result<int> { co_return one.get(); };
  auto all = co_await when_all(load(1));
  co_return co_await take(std::get<0>(std::move(all)));
}
class account {
public:
  result<int> balance() {
    auto all = co_await when_all(load(1));
    co_return co_await rounded(std::move(std::get<0>(all)));
  }

private:
  result<int> rounded(result<int> exact) { co_return exact.get() / 10; }
};
result<int> asks(account &mine) { return mine.balance(); }
// CHECK-NONE
