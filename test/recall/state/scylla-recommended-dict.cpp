// Repository: scylladb/scylladb
// Fixed in: ea4d251ad25010b86ea3c93c6c001c8da8cb2147
// The element of the map makes a copy of itself, which takes a way to another
// shard; it may be erased from the map meanwhile.

#include "seastar.h"

#include <map>

struct raw_dict {
  long id = 0;
};
class dict_ptr {
public:
  explicit dict_ptr(raw_dict *raw = nullptr) : raw_(raw) {}
  seastar::future<dict_ptr> copy() const {
    co_await seastar::yield();
    co_return dict_ptr(raw_);
  }

private:
  raw_dict *raw_;
};

class dictionary_holder {
  std::map<int, dict_ptr> recommended_;

public:
  void set_recommended_dict(int table, dict_ptr dict) {
    recommended_.erase(table);
    recommended_.emplace(table, dict);
  }
  seastar::future<dict_ptr> get_recommended_dict(int table) {
    auto rec_it = // BUG: coro-stale-reference-across-await
        recommended_.find(table);
    if (rec_it == recommended_.end())
      co_return dict_ptr();
    co_return co_await rec_it->second.copy();
  }
};
