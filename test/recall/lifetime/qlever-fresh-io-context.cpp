// Repository: ad-freiburg/qlever
// Fixed in: 7b4c23b3b2ff39e1ef2b87ad84a0b547827ff1f2
// Of a lambda that is called on the spot only the parameters are kept in the
// coroutine; the function to call was captured and died before io.run().

#include "asio.h"

#include <memory>

struct request {
  std::string target;
};
struct response {
  int status = 200;
};
struct query_hub {
  explicit query_hub(boost::asio::io_context::executor_type executor);
};
struct server {
  std::shared_ptr<query_hub> hub;
  boost::asio::awaitable<response> process(const request &r);
};

class server_for_testing {
  std::unique_ptr<server> server_;

  template <class Fn> response run_on_fresh_io_context(request r, Fn fn) {
    boost::asio::io_context io;
    std::future<response> result = boost::asio::co_spawn(
        io,
        [fn](auto r, server *s, // BUG: coro-dangling-lambda-capture
             auto &io) -> boost::asio::awaitable<response> {
          s->hub = std::make_shared<query_hub>(io.get_executor());
          co_return co_await fn(s, r);
        }(r, server_.get(), io),
        boost::asio::use_future);
    io.run();
    return result.get();
  }

public:
  response process(const request &r) {
    return run_on_fresh_io_context(
        r, [](server *s, const request &r) { return s->process(r); });
  }
};
