// Repository: scylladb/scylladb
// Fixed in: 7d6f734a519aac9a9a7da84b2ee3a55d11aa1cf4
// In several handlers the ticket of a limiter was a future that nobody waited
// for: any number of samplings ran at once.

#include "seastar.h"

#include <vector>

class storage_service {
public:
  seastar::semaphore &sample_limit() { return limit_; }
  seastar::future<std::vector<double>> estimate(std::string table);
  seastar::future<> publish(std::string table, std::vector<double> dict);

private:
  seastar::semaphore limit_{1};
};

seastar::future<double> estimate_ratio(seastar::sharded<storage_service> &ss,
                                       std::string table) {
  using seastar::get_units;
  auto ticket = // BUG: coro-discarded-task
      get_units(ss.local().sample_limit(), 1);
  double sum = 0;
  for (double ratio : co_await ss.local().estimate(table))
    sum += ratio;
  co_return sum;
}

struct autotrainer {
  storage_service &service;
  std::vector<std::string> tables;

  seastar::future<> tick() {
    for (const auto &table : tables) {
      if (table.empty())
        continue;
      auto &limit = service.sample_limit();
      auto ticket = get_units(limit, 1); // BUG: coro-discarded-task
      auto dict = co_await service.estimate(table);
      if (!dict.empty())
        co_await service.publish(table, std::move(dict));
    }
  }
};
