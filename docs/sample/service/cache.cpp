#include "cache.h"

namespace shop {

coro::task<std::optional<product>> cache::get(int id) {
  std::unique_lock lock(mutex_);
  if (auto found = products_.find(id); found != products_.end())
    co_return found->second;
  lock.unlock();

  std::optional<product> loaded = co_await source_.load(id);
  if (loaded)
    put(*loaded);
  co_return loaded;
}

coro::task<bool> cache::reload(int id) {
  std::lock_guard lock(mutex_);
  const int before = products_[id].cents;
  if (std::optional<product> loaded = co_await source_.load(id))
    products_[id] = *loaded;
  co_return products_[id].cents != before;
}

void cache::put(const product &fresh) {
  std::lock_guard lock(mutex_);
  products_[fresh.id] = fresh;
}

std::optional<product> cache::find(int id) const {
  std::lock_guard lock(mutex_);
  auto found = products_.find(id);
  return found == products_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t cache::size() const {
  std::lock_guard lock(mutex_);
  return products_.size();
}

} // namespace shop
