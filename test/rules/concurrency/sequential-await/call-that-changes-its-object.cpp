// RUN: %check_rule %s coro-sequential-await
// The order is part of what it does.

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

cppcoro::task<> run(client &c) {
  auto a = co_await c.next();
  auto b = co_await c.next();
  use(a, b);
}

// CHECK-NONE
