// RUN: %check_rule %s coro-sync-wait
// get, wait and join are common words.

#include "lazy.h"
#include <array>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

class ticket {
public:
  int get() const { return number_; }
  void wait() { waiting_ = true; }
  bool wait_for(int rounds) const { return rounds > 3; }
  ticket &join(const ticket &other);

private:
  int number_ = 0;
  bool waiting_ = false;
};

lib::task<int> price(int id);

lib::task<int> pay(std::unique_ptr<ticket> mine, ticket other) {
  std::pair<int, int> prices{co_await price(1), co_await price(2)};
  mine.get()->wait();
  if (mine->wait_for(2))
    other.join(*mine);
  co_return std::get<0>(prices) + other.get();
}
// CHECK-NONE
