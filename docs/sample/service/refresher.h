// Keeps the cache fresh in the background.

#ifndef SHOP_REFRESHER_H
#define SHOP_REFRESHER_H

#include "cache.h"
#include "coro/executor.h"
#include "snapshot.h"

#include <atomic>
#include <memory>

namespace shop {

class refresher {
public:
  refresher(coro::executor &on, store &source, cache &target,
            std::chrono::milliseconds every)
      : on_(on), source_(source), target_(target), every_(every) {}

  /// Goes on until stop().
  coro::task<> run();
  void stop() { stopping_ = true; }

private:
  coro::executor &on_;
  store &source_;
  cache &target_;
  const std::chrono::milliseconds every_;
  std::atomic<bool> stopping_ = false;
};

} // namespace shop

#endif
