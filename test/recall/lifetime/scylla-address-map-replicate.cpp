// Repository: scylladb/scylladb
// Fixed in: 4a85ea8eb2d5f95299691fc4f0b6af7d0dd58d2e
// Each update of the map is a continuation of the one before. If the call to
// the other shards fails, the handler reads a capture that died meanwhile.

#include "seastar.h"

#include <map>
#include <optional>

void log_error(const std::string &caller, std::exception_ptr failure);

class address_map : public seastar::peering_sharded_service<address_map> {
  std::map<int, std::string> map_;
  std::optional<seastar::future<>> replication_fiber_;

  void handle_add(int id, const std::string &address) { map_[id] = address; }

  template <class Func> void replicate(Func f, std::string caller) {
    if (!replication_fiber_)
      return;
    replication_fiber_ = replication_fiber_->then(
        [this, f = std::move(f), // BUG: coro-dangling-lambda-capture
         caller]() -> seastar::future<> {
          try {
            co_await this->container().invoke_on_others(
                [f](address_map &self) { f(self); });
          } catch (...) {
            log_error(caller, std::current_exception());
          }
        });
  }

public:
  void add_or_update(int id, std::string address) {
    handle_add(id, address);
    replicate(
        [id, address](address_map &self) { self.handle_add(id, address); },
        "add_or_update");
  }
};
