// Repository: apple/foundationdb
// Fixed in: 6258ce078de67405475fc0b15fd299ac221596cf
// The identity of a role was passed on by reference into a coroutine that first
// stops the server. The actor that waits had made it for the call: it waits in
// a statement of its own, which is what its compiler makes of wait(...).

#include "flow.h"

#include <map>
#include <string>
#include <vector>

struct error {
  int code;
};

struct uid {
  unsigned long first = 0, second = 0;
  bool operator<(const uid &other) const { return first < other.first; }
};
struct role_interface {
  uid id() const;
};

class grpc_server {
  std::map<uid, std::vector<std::string>> services_;

  Future<Void> stop_server();
  void on_services_changed();

public:
  static grpc_server *instance();

  Future<Void> deregister_role_services(const uid &owner) {
    co_await stop_server();
    services_.erase(owner);
    on_services_changed();
  }
};

Future<Void> deregister_grpc_service(const uid &id) {
  if (grpc_server::instance())
    return grpc_server::instance()->deregister_role_services(id);
  return Void();
}

Future<Void> worker_has_failed(role_interface role, Future<Void> closed,
                               error e) {
  co_await closed;
  auto ended =
      deregister_grpc_service(role.id()); // BUG: coro-dangling-parameter
  co_await ended;
  throw e;
}
