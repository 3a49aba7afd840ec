// RUN: %check_rule %s coro-task-reused
// Asio's awaitable is awaited by value.

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace asio = boost::asio;

asio::awaitable<void> save(int id);

asio::awaitable<void> awaited_twice() {
  auto work = save(1);
  co_await std::move(work);
  co_await std::move(work);
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited again; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:3: note: awaited here before
  // CHECK: :[[@LINE-3]]:3: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

asio::awaitable<void> default_made() {
  asio::awaitable<void> work;
  co_await std::move(work);
  // CHECK: :[[@LINE-1]]:3: warning: task 'work' is awaited before there is a task in it; it is still empty [coro-task-reused]
  // CHECK: :[[@LINE-3]]:25: note: made empty here
  // CHECK: :[[@LINE-3]]:3: note: assign a task to 'work' on every path that leads here
}

void spawned_twice(asio::any_io_executor executor) {
  auto work = save(1);
  asio::co_spawn(executor, std::move(work), asio::detached);
  asio::co_spawn(executor, std::move(work), asio::detached);
  // CHECK: :[[@LINE-1]]:28: warning: task 'work' is handed on after it was moved away; whoever awaits it finds it empty [coro-task-reused]
  // CHECK: :[[@LINE-3]]:28: note: moved away here
  // CHECK: :[[@LINE-3]]:28: note: give 'work' a new task first, or await it where it is now
}

asio::awaitable<void> spawned_and_renewed(asio::any_io_executor executor) {
  auto work = save(1);
  asio::co_spawn(executor, std::move(work), asio::detached);
  work = save(2);
  co_await std::move(work);
}
