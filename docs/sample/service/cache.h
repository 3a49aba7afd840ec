// Products that were asked for before.

#ifndef SHOP_CACHE_H
#define SHOP_CACHE_H

#include "product.h"
#include "store.h"

#include <map>
#include <mutex>
#include <optional>

namespace shop {

class cache {
public:
  explicit cache(store &source) : source_(source) {}

  /// Asks the store for what is not here.
  coro::task<std::optional<product>> get(int id);
  /// Loads \p id again and says whether its price is another.
  coro::task<bool> reload(int id);

  void put(const product &fresh);
  std::optional<product> find(int id) const;
  std::size_t size() const;

private:
  store &source_;
  mutable std::mutex mutex_;
  std::map<int, product> products_;
};

} // namespace shop

#endif
