#include "refresher.h"

#include <cstdio>

namespace shop {

namespace {

coro::task<> publish(std::shared_ptr<const std::vector<product>> fresh,
                     cache &target) {
  for (const product &each : *fresh)
    target.put(each);
  co_return;
}

coro::task<> find_bargains(snapshot fresh) {
  for (const product &each : fresh.products())
    if (each.cents < 3000)
      std::printf("bargain: %s\n", each.name.c_str());
  co_return;
}

} // namespace

coro::task<> refresher::run() {
  while (!stopping_) {
    std::vector<product> loaded = co_await source_.load_all();
    auto fresh = std::make_shared<const std::vector<product>>(loaded);
    on_.spawn(publish(fresh, target_));

    snapshot prices(std::move(loaded));
    on_.spawn(find_bargains(prices));
    std::printf("%zu products refreshed\n", prices.products().size());

    co_await on_.sleep_for(every_);
  }
}

} // namespace shop
