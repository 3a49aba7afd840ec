// Repository: drogonframework/drogon
// Fixed in: 706fc70abc662836d26ef6a28779064865102341
// The requests of a test ran beside it, each in a lambda that is called on the
// spot; when the answer came, the captured flag was read from a dead closure.

#include "drogon.h"

using drogon::AsyncTask;
using drogon::HttpClient;

void output_good(const std::string &path, bool is_https);

void do_test(const std::shared_ptr<HttpClient> &client, bool is_https) {
  [client, is_https]() -> AsyncTask { // BUG: coro-dangling-lambda-capture
    try {
      std::string path = "/api/v1/corotest/get";
      auto answer = co_await client->sendRequestCoro(path);
      if (answer->body != "DEADBEEF")
        std::terminate();
      output_good(path, is_https);
    } catch (const std::exception &) {
      std::terminate();
    }
  }();

  [client, is_https]() -> AsyncTask { // BUG: coro-dangling-lambda-capture
    try {
      std::string path = "/api/v1/corotest/get2";
      auto answer = co_await client->sendRequestCoro(path);
      if (answer->body != "BADDBEEF")
        std::terminate();
      output_good(path, is_https);
    } catch (const std::exception &) {
      std::terminate();
    }
  }();
}
