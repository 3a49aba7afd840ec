// drogon's lazy Task, and the AsyncTask that starts at once and that nobody
// awaits.
#ifndef RECALL_DROGON_H
#define RECALL_DROGON_H

#include "lazy_base.h"

#include <memory>
#include <string>

namespace drogon {

RECALL_LAZY_TASK(Task);

struct AsyncTask {
  struct promise_type {
    AsyncTask get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    void unhandled_exception() const { std::terminate(); }
  };
};

struct HttpResponse {
  std::string body;
};
class HttpClient {
public:
  Task<std::shared_ptr<HttpResponse>> sendRequestCoro(std::string path);
};

} // namespace drogon

#endif
