// Repository: scylladb/scylladb
// Fixed in: a29724479ac57b8e5e2e83514cadfe02e08327be
// The promise was moved about on the worker thread while its future was in use
// on the shard; each of the two writes to the other when it is moved.

#include "seastar.h"

#include <thread>

class alien_worker {
  seastar::alien::instance &alien_;

public:
  explicit alien_worker(seastar::alien::instance &a) : alien_(a) {}

  template <class T, class Func> seastar::future<T> submit(Func f) {
    auto p = seastar::promise<T>();
    auto fut = p.get_future();
    auto shard = seastar::this_shard_id();
    std::thread([p = std::move(p), // BUG: coro-unsafe-spawn-capture
                 f = std::move(f), shard, &alien = alien_]() mutable {
      auto value = f();
      seastar::alien::run_on(
          alien, shard,
          [value = std::move(value),
           p = std::move(p)]() mutable { // BUG: coro-unsafe-spawn-capture
            p.set_value(std::move(value));
          });
    }).detach();
    return fut;
  }
};

seastar::future<bool> check(alien_worker &worker, std::string hash) {
  return worker.submit<bool>([hash] { return hash.size() > 8; });
}
