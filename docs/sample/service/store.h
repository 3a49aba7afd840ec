// Where products come from: far away and slow.

#ifndef SHOP_STORE_H
#define SHOP_STORE_H

#include "coro/executor.h"
#include "product.h"

#include <atomic>
#include <optional>
#include <vector>

namespace shop {

class store {
public:
  store(coro::executor &on, int attempts) : on_(on), attempts_(attempts) {}

  coro::task<std::optional<product>> load(int id);
  coro::task<std::vector<product>> load_all();
  coro::task<int> count();

private:
  coro::task<bool> request();

  coro::executor &on_;
  const int attempts_;
  std::atomic<int> requests_ = 0;
};

} // namespace shop

#endif
