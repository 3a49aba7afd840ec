// RUN: %check_rule %s coro-unsafe-spawn-capture
// Values of the standard library and structs of them may travel.

#include "executor.h"
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

struct Request {
  std::string path;
  std::map<std::string, std::string> headers;
  std::vector<char> body;
  std::function<void(int)> done;
};

lib::task<void> handle(Request request);
lib::task<void> forward(std::shared_ptr<const Request> request);
lib::task<void> drop(std::unique_ptr<Request> request);

void serve(lib::pool &workers, const Request &request, std::string peer) {
  workers.spawn(handle(request));
  workers.spawn(forward(std::make_shared<Request>(request)));
  workers.spawn(drop(std::make_unique<Request>(request)));
  workers.post([=, body = request.body] { static_cast<void>(peer.size()); });
  std::thread([](std::string, int) {}, peer, 5).detach();
}

// CHECK-NONE
