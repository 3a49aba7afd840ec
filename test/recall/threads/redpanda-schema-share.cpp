// Repository: redpanda-data/redpanda
// Fixed in: 420bd281bce6481d749db6a910c7846dbf3a0ad1
// The shard that owns a schema answered with a share of its buffer: both shards
// then counted the same fragments.

#include "redpanda.h"

#include <list>
#include <map>

class iobuf {
  std::list<ss::lw_shared_ptr<std::string>> fragments_;

public:
  iobuf share() const { return *this; }
  iobuf copy() const;
};

class store {
  std::map<int, iobuf> schemas_;

public:
  iobuf get_definition(int id) const { return schemas_.at(id).share(); }
};

class sharded_store {
  ss::sharded<store> store_;

  unsigned shard_for(int id) const;

public:
  ss::future<iobuf> get_schema(int id) {
    co_return co_await store_.invoke_on(
        shard_for(id), [id](store &s) { // BUG: coro-unsafe-spawn-capture
          return s.get_definition(id);
        });
  }
};
