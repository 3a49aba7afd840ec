// RUN: %check_rule %s coro-sequential-await
// The rest may not be wanted.

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

cppcoro::task<int> first(std::vector<int> ids) {
  for (int id : ids)
    if (int found = co_await fetch(id))
      co_return found;
  co_return 0;
}

// CHECK-NONE
