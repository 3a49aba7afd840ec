// Repository: scylladb/scylladb
// Fixed in: 0ec83debced11d31ba09f492a729326a5148b1da
// with_retry is a coroutine that has the function to call by reference; it was
// given a temporary lambda, and its future was returned, not awaited.

#include "seastar.h"

#include <vector>

struct route_key {
  std::string connection;
  int host;
};

class client_routes : public seastar::peering_sharded_service<client_routes> {
  seastar::future<> delete_routes_inner(const std::vector<route_key> &keys);

  template <class Func> seastar::future<> with_retry(Func &&func) const {
    int retries = 10;
    while (true) {
      try {
        co_await func();
      } catch (const std::runtime_error &) {
        if (--retries == 0)
          throw;
        continue;
      }
      break;
    }
  }

public:
  seastar::future<> delete_routes(const std::vector<route_key> &keys) {
    return container().invoke_on(
        0, [keys](client_routes &cr) -> seastar::future<> {
          return cr.with_retry([&] { // BUG: coro-dangling-parameter
            return cr.delete_routes_inner(keys);
          });
        });
  }
};
