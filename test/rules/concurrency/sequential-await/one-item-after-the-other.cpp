// RUN: %check_rule %s coro-sequential-await
// The rounds know nothing of each other.

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

cppcoro::task<std::vector<int>> all(std::vector<int> ids) {
  std::vector<int> found;
  for (int id : ids)
    found.push_back(co_await fetch(id));
    // CHECK: :[[@LINE-1]]:21: warning: 'fetch' is awaited for one item after the other, and needs nothing of the round before; their times add up [coro-sequential-await]
    // CHECK: :[[@LINE-2]]:21: note: await them together: cppcoro::when_all(...)
  co_return found;
}

