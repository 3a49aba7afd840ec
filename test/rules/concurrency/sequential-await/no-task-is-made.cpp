// RUN: %check_rule %s coro-sequential-await
// An object that is awaited twice on purpose.

#include "lazy.h"
#include <string>
#include <vector>

// Its namespace is one that knowledge speaks of.
namespace cppcoro {
template <class T = void> class task : public lib::task<T> {
public:
  struct promise_type : lib::detail::promise<T> {
    task get_return_object();
  };
};
} // namespace cppcoro

struct client {
  cppcoro::task<int> get(const std::string &name) const;
  cppcoro::task<int> next();
  cppcoro::task<void> put(int value) const;
};
cppcoro::task<int> fetch(int id);
cppcoro::task<int> read(std::string &into);
void use(int a, int b);

struct timer {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
cppcoro::task<> run(timer &t) {
  auto a = co_await t;
  auto b = co_await t;
  use(a, b);
}

// CHECK-NONE
