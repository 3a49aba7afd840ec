// Serves a handful of requests while the cache is refreshed, then reports.

#include "config.h"
#include "coro/executor.h"
#include "coro/sync_wait.h"
#include "handler.h"
#include "refresher.h"
#include "report.h"

#include <cstdio>

namespace {

coro::task<> serve(shop::handler &handler) {
  for (const char *request :
       {"price 1", "compare 1 3", "update 2", "price 9", "hello"}) {
    const std::string answer = co_await handler.answer(request);
    std::printf("%s -> %s\n", request, answer.c_str());
  }
}

} // namespace

int main(int argc, char **argv) {
  const std::string path = argc > 1 ? argv[1] : "shop.conf";
  const shop::config settings = shop::load_config(path);

  coro::executor executor(settings.threads);
  shop::store store(executor, settings.attempts);
  shop::cache cache(store);
  shop::audit audit(executor);
  shop::handler handler(cache, audit);
  shop::refresher refresher(executor, store, cache, settings.refresh_every);

  executor.spawn(refresher.run());
  coro::sync_wait(serve(handler));
  const std::string text = coro::sync_wait(shop::report(store, cache, audit));
  std::printf("%s\n", text.c_str());
  if (coro::sync_wait(shop::config_changed(path, settings)))
    std::printf("the settings have changed; start again to use them\n");
  refresher.stop();
  executor.wait_idle();
}
