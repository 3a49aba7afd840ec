// The workloads on this runtime.

#include "corolint/rt/channel.hpp"
#include "corolint/rt/io.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/tcp.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include "echo.hpp"
#include "workload.hpp"
#include <array>
#include <chrono>
#include <span>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::runtime pool_of(unsigned workers) {
  return rt::runtime::builder{}.workers(workers).build();
}

rt::task<long> one(long value) { co_return value; }

double ready(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    long sum = 0;
    for (long i = 0; i != n; ++i)
      sum += co_await one(i);
    keep(sum);
  }(n));
  return time_is_measured;
}

double yield(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    std::vector<rt::join_handle<void>> tasks;
    for (int i = 0; i != 100; ++i)
      tasks.push_back(rt::spawn([](long times) -> rt::task<> {
        for (long i = 0; i != times; ++i)
          co_await rt::yield();
      }(n / 100)));
    for (auto &each : tasks)
      co_await std::move(each);
  }(n));
  return time_is_measured;
}

double spawn(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    std::vector<rt::join_handle<long>> tasks;
    tasks.reserve(static_cast<std::size_t>(n));
    for (long i = 0; i != n; ++i)
      tasks.push_back(rt::spawn(one(i)));
    long sum = 0;
    for (auto &each : tasks)
      sum += co_await std::move(each);
    keep(sum);
  }(n));
  return time_is_measured;
}

/// Of two calls one is spawned and joined, the other awaited.
rt::task<long> fibonacci(long of) {
  if (of < 2)
    co_return of;
  auto first = rt::spawn(fibonacci(of - 1));
  const long second = co_await fibonacci(of - 2);
  co_return second + co_await std::move(first);
}

/// About \p n calls: each number takes 1.618 times as many as the one before.
double fib(long n, unsigned workers) {
  long of = 2;
  for (double calls = 5; calls < static_cast<double>(n); calls *= 1.618)
    ++of;
  auto pool = pool_of(workers);
  keep(pool.block_on(fibonacci(of)));
  return time_is_measured;
}

double mutexy(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    rt::mutex mutex;
    long shared = 0;
    std::vector<rt::join_handle<void>> tasks;
    for (int i = 0; i != 100; ++i)
      tasks.push_back(rt::spawn(
          [](rt::mutex &mutex, long &shared, long times) -> rt::task<> {
            for (long i = 0; i != times; ++i) {
              const auto held = co_await mutex.lock();
              ++shared;
              co_await rt::yield();
            }
          }(mutex, shared, n / 100)));
    for (auto &each : tasks)
      co_await std::move(each);
    keep(shared);
  }(n));
  return time_is_measured;
}

double ping(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    auto [to, from_first] = rt::channel<long>(1);
    auto [back, from_second] = rt::channel<long>(1);
    auto echo = rt::spawn([](auto from, auto to) -> rt::task<> {
      while (auto value = co_await from.receive())
        static_cast<void>(co_await to.send(*value));
    }(std::move(from_first), std::move(back)));
    {
      auto sender = std::move(to);
      for (long i = 0; i != n; ++i) {
        static_cast<void>(co_await sender.send(i));
        keep(co_await from_second.receive());
      }
    }
    co_await std::move(echo);
  }(n));
  return time_is_measured;
}

double channel(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    auto [to, from] = rt::channel<long>(64);
    auto producer = rt::spawn([](auto to, long n) -> rt::task<> {
      for (long i = 0; i != n; ++i)
        static_cast<void>(co_await to.send(i));
    }(std::move(to), n));
    while (auto value = co_await from.receive())
      keep(*value);
    co_await std::move(producer);
  }(n));
  return time_is_measured;
}

rt::task<> yields_once() { co_await rt::yield(); }

double timeout(long n, unsigned workers) {
  auto pool = pool_of(workers);
  pool.block_on([](long n) -> rt::task<> {
    for (long i = 0; i != n; ++i)
      static_cast<void>(co_await rt::timeout(10s, yields_once()));
  }(n));
  return time_is_measured;
}

double parked(long n, unsigned workers) {
  auto pool = pool_of(workers);
  return pool.block_on([](long n) -> rt::task<double> {
    auto [close, wait] = rt::channel<int>(1);
    std::vector<rt::join_handle<void>> tasks;
    tasks.reserve(static_cast<std::size_t>(n));
    const double before = resident_bytes();
    for (long i = 0; i != n; ++i)
      tasks.push_back(rt::spawn([](auto &wait) -> rt::task<> {
        static_cast<void>(co_await wait.receive());
      }(wait)));
    for (int i = 0; i != 100; ++i)
      co_await rt::yield();
    const double after = resident_bytes();
    {
      auto gone = std::move(close);
    }
    for (auto &each : tasks)
      co_await std::move(each);
    co_return (after - before) / static_cast<double>(n);
  }(n));
}

double sleepers(long n, unsigned workers) {
  auto pool = pool_of(workers);
  const double begin = wall_seconds();
  pool.block_on([](long n) -> rt::task<> {
    std::vector<rt::join_handle<void>> tasks;
    tasks.reserve(static_cast<std::size_t>(n));
    for (long i = 0; i != n; ++i)
      tasks.push_back(
          rt::spawn([]() -> rt::task<> { co_await rt::sleep_for(1s); }()));
    for (auto &each : tasks)
      co_await std::move(each);
  }(n));
  return wall_seconds() - begin;
}

rt::task<> answer(rt::tcp_stream stream) {
  std::array<std::byte, 4096> buffer;
  for (;;) {
    const auto count = co_await stream.read_some(buffer);
    if (!count || *count == 0)
      co_return;
    if (!co_await rt::write_all(stream, std::span(buffer).first(*count)))
      co_return;
  }
}

template <int Connections> double serve(long n, unsigned workers) {
  echo::load load(Connections, n);
  auto pool = pool_of(workers);
  pool.block_on([](echo::load &load) -> rt::task<> {
    co_await rt::with_scope([&](rt::scope &connections) -> rt::task<> {
      for (const int number : load.descriptors)
        connections.spawn(
            answer(rt::tcp_stream(rt::io_handle::adopt(number).value())));
      co_return;
    });
  }(load));
  return time_is_measured;
}

} // namespace

int main(int count, char **arguments) {
  const workload all[] = {
      {"ready", ready},       {"yield", yield},      {"spawn", spawn},
      {"fib", fib},           {"mutexy", mutexy},    {"ping", ping},
      {"channel", channel},   {"timeout", timeout},  {"parked", parked},
      {"sleepers", sleepers}, {"echo64", serve<64>}, {"echo512", serve<512>}};
  return run_workload(all, count, arguments);
}
