// The workloads on Boost.Asio: awaitable<T> on an io_context with one thread
// for each worker. Asio has no mutex; a channel of capacity one is its
// documented stand-in.

#include "echo.hpp"
#include "workload.hpp"
#include <array>
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/concurrent_channel.hpp>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

namespace asio = boost::asio;
using asio::awaitable;
using asio::use_awaitable;
using namespace std::chrono_literals;

namespace {

using signal =
    asio::experimental::concurrent_channel<void(boost::system::error_code)>;
using numbers = asio::experimental::concurrent_channel<void(
    boost::system::error_code, long)>;
constexpr auto tuple = asio::as_tuple(use_awaitable);

void run(unsigned workers, awaitable<void> work) {
  asio::io_context context(static_cast<int>(workers));
  asio::co_spawn(context, std::move(work), [](std::exception_ptr failure) {
    if (failure)
      std::rethrow_exception(failure);
  });
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < workers; ++i)
    threads.emplace_back([&] { context.run(); });
  context.run();
}

awaitable<long> one(long value) { co_return value; }

double ready(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    long sum = 0;
    for (long i = 0; i != n; ++i)
      sum += co_await one(i);
    keep(sum);
  }(n));
  return time_is_measured;
}

double yield(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    signal done(executor, 100);
    for (int i = 0; i != 100; ++i)
      asio::co_spawn(
          executor,
          [](signal &done, long times) -> awaitable<void> {
            for (long i = 0; i != times; ++i)
              co_await asio::post(use_awaitable);
            co_await done.async_send({}, use_awaitable);
          }(done, n / 100),
          asio::detached);
    for (int i = 0; i != 100; ++i)
      co_await done.async_receive(use_awaitable);
  }(n));
  return time_is_measured;
}

double spawn(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    numbers done(executor, static_cast<std::size_t>(n));
    for (long i = 0; i != n; ++i)
      asio::co_spawn(executor, one(i), [&done](std::exception_ptr, long value) {
        done.try_send(boost::system::error_code(), value);
      });
    long sum = 0;
    for (long i = 0; i != n; ++i)
      sum += co_await done.async_receive(use_awaitable);
    keep(sum);
  }(n));
  return time_is_measured;
}

double mutexy(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    signal mutex(executor, 1), done(executor, 100);
    long shared = 0;
    for (int i = 0; i != 100; ++i)
      asio::co_spawn(
          executor,
          [](signal &mutex, signal &done, long &shared,
             long times) -> awaitable<void> {
            for (long i = 0; i != times; ++i) {
              co_await mutex.async_send({}, use_awaitable);
              ++shared;
              co_await asio::post(use_awaitable);
              co_await mutex.async_receive(use_awaitable);
            }
            co_await done.async_send({}, use_awaitable);
          }(mutex, done, shared, n / 100),
          asio::detached);
    for (int i = 0; i != 100; ++i)
      co_await done.async_receive(use_awaitable);
    keep(shared);
  }(n));
  return time_is_measured;
}

double ping(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    numbers there(executor, 1), back(executor, 1);
    asio::co_spawn(
        executor,
        [](numbers &from, numbers &to, long n) -> awaitable<void> {
          for (long i = 0; i != n; ++i)
            co_await to.async_send(
                {}, co_await from.async_receive(use_awaitable), use_awaitable);
        }(there, back, n),
        asio::detached);
    for (long i = 0; i != n; ++i) {
      co_await there.async_send({}, i, use_awaitable);
      keep(co_await back.async_receive(use_awaitable));
    }
  }(n));
  return time_is_measured;
}

double channel(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    numbers values(executor, 64);
    asio::co_spawn(
        executor,
        [](numbers &to, long n) -> awaitable<void> {
          for (long i = 0; i != n; ++i)
            co_await to.async_send({}, i, use_awaitable);
        }(values, n),
        asio::detached);
    for (long i = 0; i != n; ++i)
      keep(co_await values.async_receive(use_awaitable));
  }(n));
  return time_is_measured;
}

double timeout(long n, unsigned workers) {
  run(workers, [](long n) -> awaitable<void> {
    using namespace asio::experimental::awaitable_operators;
    const auto executor = co_await asio::this_coro::executor;
    for (long i = 0; i != n; ++i) {
      asio::steady_timer timer(executor, 10s);
      co_await (asio::post(executor, use_awaitable) ||
                timer.async_wait(use_awaitable));
    }
  }(n));
  return time_is_measured;
}

double parked(long n, unsigned workers) {
  double each = 0;
  run(workers, [](long n, double &each) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    signal wait(executor, 1), done(executor, static_cast<std::size_t>(n));
    const double before = resident_bytes();
    for (long i = 0; i != n; ++i)
      asio::co_spawn(
          executor,
          [](signal &wait, signal &done) -> awaitable<void> {
            co_await wait.async_receive(tuple);
            co_await done.async_send({}, use_awaitable);
          }(wait, done),
          asio::detached);
    for (int i = 0; i != 100; ++i)
      co_await asio::post(use_awaitable);
    each = (resident_bytes() - before) / static_cast<double>(n);
    wait.close();
    for (long i = 0; i != n; ++i)
      co_await done.async_receive(use_awaitable);
  }(n, each));
  return each;
}

double sleepers(long n, unsigned workers) {
  const double begin = wall_seconds();
  run(workers, [](long n) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    signal done(executor, static_cast<std::size_t>(n));
    for (long i = 0; i != n; ++i)
      asio::co_spawn(
          executor,
          [](signal &done) -> awaitable<void> {
            asio::steady_timer timer(co_await asio::this_coro::executor, 1s);
            co_await timer.async_wait(use_awaitable);
            co_await done.async_send({}, use_awaitable);
          }(done),
          asio::detached);
    for (long i = 0; i != n; ++i)
      co_await done.async_receive(use_awaitable);
  }(n));
  return wall_seconds() - begin;
}

awaitable<void> answer(asio::ip::tcp::socket stream) {
  std::array<char, 4096> buffer;
  for (;;) {
    const auto [failed, count] =
        co_await stream.async_read_some(asio::buffer(buffer), tuple);
    if (failed)
      co_return;
    const auto [broken, written] =
        co_await asio::async_write(stream, asio::buffer(buffer, count), tuple);
    if (broken)
      co_return;
  }
}

template <int Connections> double serve(long n, unsigned workers) {
  echo::load load(Connections, n);
  run(workers, [](echo::load &load) -> awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    for (const int number : load.descriptors)
      asio::co_spawn(
          executor,
          answer(asio::ip::tcp::socket(executor, asio::ip::tcp::v4(), number)),
          asio::detached);
  }(load));
  return time_is_measured;
}

} // namespace

int main(int count, char **arguments) {
  const workload all[] = {
      {"ready", ready},      {"yield", yield},       {"spawn", spawn},
      {"mutexy", mutexy},    {"ping", ping},         {"channel", channel},
      {"timeout", timeout},  {"parked", parked},     {"sleepers", sleepers},
      {"echo64", serve<64>}, {"echo512", serve<512>}};
  return run_workload(all, count, arguments);
}
