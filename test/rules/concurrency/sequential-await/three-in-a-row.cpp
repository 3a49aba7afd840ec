// RUN: %check_rule %s coro-sequential-await
// One finding for the row.

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

cppcoro::task<> run() {
  auto a = co_await fetch(1);
  auto b = co_await fetch(2);
  // CHECK: :[[@LINE-1]]:12: warning: 'fetch' begins only when 'fetch' is done, and needs nothing of it; their times add up [coro-sequential-await]
  // CHECK: :[[@LINE-3]]:12: note: awaited first
  // CHECK: :[[@LINE-3]]:12: note: await them together: cppcoro::when_all(...)
  auto c = co_await fetch(3);
  use(a + b, c);
}

