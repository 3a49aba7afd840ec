// Repository: scylladb/scylladb
// Fixed in: ca2010144e0aed1d37ccfd30d5d65ca52ac38927
// A loader waits a little and then loads its key, in a continuation that had
// the key by reference; the loader returns before that.

#include "seastar.h"

#include <map>

template <class Key, class Value> class loading_cache {
  std::map<Key, Value> values_;

public:
  template <class Load> seastar::future<Value> get(Key key, Load load) {
    if (auto found = values_.find(key); found != values_.end())
      co_return found->second;
    auto value = co_await load(key);
    values_.emplace(key, value);
    co_return value;
  }
  void remove(const Key &key) { values_.erase(key); }
};

seastar::future<std::string> load_v1(int key);
void check(bool holds);

seastar::future<> test_remove_leaves_no_old_entries() {
  loading_cache<int, std::string> cache;
  auto f = cache.get(0, [&](auto key) {
    return seastar::yield().then([&] { // BUG: coro-spawn-borrows-local
      return load_v1(key);
    });
  });
  cache.remove(0);
  check(co_await std::move(f) == "v1");
}
