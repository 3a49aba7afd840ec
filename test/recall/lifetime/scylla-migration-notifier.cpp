// Repository: scylladb/scylladb
// Fixed in: 0f54e24519705691cc58f284e8c1419fb26372f5
// A pointer to the schema was made from what another shard gave, for the call
// only; the listeners are told one after the other, in a coroutine.

#include "seastar.h"

#include <vector>

struct schema {
  std::string keyspace, name;
};
using schema_ptr = seastar::lw_shared_ptr<schema>;
class view_ptr {
public:
  explicit view_ptr(schema_ptr s) noexcept : schema_(std::move(s)) {}
  const schema *operator->() const noexcept { return schema_.get(); }

private:
  schema_ptr schema_;
};
class global_schema_ptr {
public:
  operator schema_ptr() const;
};

struct migration_listener {
  seastar::future<> on_create_view(const std::string &ks,
                                   const std::string &view);
};

class migration_notifier {
  std::vector<migration_listener *> listeners_;

public:
  seastar::future<> create_view(const view_ptr &view) {
    for (migration_listener *l : listeners_)
      co_await l->on_create_view(view->keyspace, view->name);
  }
};

template <class Func>
seastar::future<> notify(const std::vector<global_schema_ptr> &diff, Func f) {
  for (const global_schema_ptr &gs : diff)
    co_await f(gs);
}

seastar::future<> merge_views(migration_notifier &notifier,
                              std::vector<global_schema_ptr> created) {
  co_await notify(created, [&](const global_schema_ptr &gs) {
    return notifier.create_view(view_ptr(gs)); // BUG: coro-dangling-parameter
  });
}
