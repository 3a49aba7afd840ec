// Repository: drogonframework/drogon
// Fixed in: 9448c19865fa4124cd761dbec2443e26e9f354f0
// A task to run in the background was moved into a lambda that awaits it. The
// lambda was a temporary, and it took the task along when it died.

#include "drogon.h"

namespace drogon {

template <class Coro> void async_run(Coro &&coro) {
  [coro = std::move(coro)]() mutable // BUG: coro-dangling-lambda-capture
      -> AsyncTask { co_await coro; }();
}

} // namespace drogon

using drogon::Task;

drogon::Task<void> load(std::shared_ptr<drogon::HttpClient> client) {
  auto answer = co_await client->sendRequestCoro("/api/v1/state");
  if (answer->body.empty())
    throw std::bad_exception();
}

void start(std::shared_ptr<drogon::HttpClient> client) {
  drogon::async_run(load(client));
}
