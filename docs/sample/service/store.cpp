#include "store.h"

#include <stdexcept>
#include <thread>

using namespace std::chrono_literals;

namespace shop {

namespace {

const std::vector<product> &shelf() {
  static const std::vector<product> products = {
      {1, "lamp", 2995}, {2, "chair", 8900}, {3, "table", 24900}};
  return products;
}

} // namespace

/// One round trip; every fifth one fails.
coro::task<bool> store::request() {
  co_await on_.sleep_for(2ms);
  co_return ++requests_ % 5 != 0;
}

coro::task<std::optional<product>> store::load(int id) {
  for (int attempt = 1; attempt <= attempts_; ++attempt) {
    if (co_await request()) {
      for (const product &each : shelf())
        if (each.id == id)
          co_return each;
      co_return std::nullopt;
    }
    // Give the other side some air before the next attempt.
    std::this_thread::sleep_for(attempt * 1ms);
  }
  throw std::runtime_error("the store does not answer");
}

coro::task<std::vector<product>> store::load_all() {
  for (int attempt = 1; attempt <= attempts_; ++attempt) {
    if (co_await request())
      co_return shelf();
    co_await on_.sleep_for(attempt * 1ms);
  }
  throw std::runtime_error("the store does not answer");
}

coro::task<int> store::count() {
  co_return static_cast<int>((co_await load_all()).size());
}

} // namespace shop
