// Repository: scylladb/scylladb
// Fixed in: 1293b94039dde673ffee9785ac0bc0a19d186924
// The permissions of a role are loaded anew one by one. A query that needs
// another one adds it to the same map, without the semaphore.

#include "seastar.h"

#include <string>
#include <unordered_map>

using permissions = std::unordered_map<std::string, int>;

class auth_cache {
  seastar::semaphore loading_sem_{1};
  seastar::semaphore loader_sem_{1};
  permissions anonymous_;

  seastar::future<int> load(std::string resource);

  seastar::future<int> load_permissions(std::string resource,
                                        permissions *cache) {
    auto units = co_await get_units(loader_sem_, 1);
    if (auto it = cache->find(resource); it != cache->end())
      co_return it->second;
    const int found = co_await load(resource);
    cache->emplace(resource, found);
    co_return found;
  }

public:
  seastar::future<int> get_permissions(std::string resource) {
    return load_permissions(std::move(resource), &anonymous_);
  }
  seastar::future<> reload_all_permissions() {
    auto units = co_await get_units(loading_sem_, 1);
    for (auto &[resource, set] :
         anonymous_) // BUG: coro-stale-reference-across-await
      set = co_await load(resource);
  }
};
