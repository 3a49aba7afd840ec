// Repository: cloudflare/workerd
// Fixed in: bd51fa1f86d861c8a363cb5e22e01dd0919de7a8
// A volume is deleted in the background if the snapshot fails. Its name was a
// pointer to a local string of the coroutine that was just ending.

#include "kj.h"

struct response {
  int status = 200;
  kj::String body;
};
kj::Promise<response> docker_request(kj::String method, kj::String path);
kj::Promise<void> store_snapshot(kj::String volume);
[[noreturn]] void fail(const char *what, kj::StringPtr volume, int status);

class container_client {
  kj::TaskSet wait_until_tasks_;

  kj::Promise<void> create_volume(kj::StringPtr volume);

  kj::Promise<void> delete_volume(kj::StringPtr volume) {
    auto answer = co_await docker_request(kj::str("DELETE"),
                                          kj::str("/volumes/", volume));
    if (answer.status != 204 && answer.status != 404)
      fail("cannot delete volume", volume, answer.status);
  }

public:
  kj::Promise<void> snapshot_directory(int snapshot_id) {
    auto volume = kj::str("snapshot-", snapshot_id);
    co_await create_volume(volume);
    bool committed = false;
    KJ_DEFER(if (!committed) {
      wait_until_tasks_.add(
          delete_volume(volume) // BUG: coro-spawn-borrows-local
              .catch_([](kj::Exception &&) {}));
    });
    co_await store_snapshot(kj::str(volume));
    committed = true;
  }
};
