// Repository: alibaba/yalantinglibs
// Fixed in: fbc35e0daefc769f412e46ceb74ca4c5b3eb67b4
// The reader of a web socket runs by itself from the first connection on. The
// destructor of the client closes the socket, which wakes the reader up when
// the client is gone.

#include "async_simple.h"

#include <functional>
#include <memory>
#include <string>

struct socket_t {
  bool has_closed = false;
};
struct resp_data {
  int status = 0;
  std::string body;
};

class http_client {
  std::shared_ptr<socket_t> socket_ = std::make_shared<socket_t>();
  std::function<void(resp_data)> on_ws_msg_;
  std::string read_buf_;

  async_simple::coro::Lazy<int> async_read(std::string &into, std::size_t size);
  void close_socket(socket_t &socket) { socket.has_closed = true; }

  async_simple::coro::Lazy<void> async_read_ws() {
    resp_data data;
    while (true) {
      if (co_await async_read(read_buf_, 2)) {
        data.status = 404;
        close_socket(*socket_);
        if (on_ws_msg_)
          on_ws_msg_(data);
        co_return;
      }
      data.body += read_buf_;
    }
  }

public:
  ~http_client() { close_socket(*socket_); }
  void on_ws_connected() {
    async_read_ws().start([](auto &&) {}); // BUG: coro-dangling-this
  }
};
