// Repository: ad-freiburg/qlever
// Fixed in: 03552db41c069e3a080fdb5e0145266edc37498a
// A reference was captured by a lambda that is called on the spot: the variable
// lives long enough, the closure with the reference does not.

#include "asio.h"

#include <memory>

struct request {
  std::string target;
};
struct response {
  int status = 200;
};
struct query_hub {
  explicit query_hub(boost::asio::io_context &io);
};
struct server {
  std::shared_ptr<query_hub> hub;
  void initialize(const std::string &index);
  boost::asio::awaitable<response> process(const request &r);
};

struct simulate_http_request {
  std::string index_name;

  response process_raw(const request &r) const {
    boost::asio::io_context io;
    std::future<response> result = co_spawn(
        io,
        [&io](auto r, auto index) // BUG: coro-dangling-lambda-capture
        -> boost::asio::awaitable<response> {
          server s;
          s.initialize(index);
          s.hub = std::make_shared<query_hub>(io);
          auto answer = co_await s.process(r);
          co_return answer;
        }(r, index_name),
        boost::asio::use_future);
    io.run();
    return result.get();
  }
};
