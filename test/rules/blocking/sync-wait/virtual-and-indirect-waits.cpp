// RUN: %check_rule %s coro-sync-wait
// What is behind these calls is decided elsewhere.

#include "lazy.h"
#include <functional>

lib::task<int> price(int id);

class shop {
public:
  virtual ~shop() = default;
  virtual int price_of(int id) { return lib::sync_wait(price(id)); }
};

lib::task<int> total(const std::function<int()> &first, int (*second)(int)) {
  shop local;
  shop &any = local;
  co_return first() + second(2) + any.price_of(3);
}
// CHECK-NONE
