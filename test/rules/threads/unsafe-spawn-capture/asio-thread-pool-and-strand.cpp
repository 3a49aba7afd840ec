// RUN: %check_rule %s coro-unsafe-spawn-capture
// Where a handler runs is a matter of the executor.

#include "local_ptr.h"
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>

namespace asio = boost::asio;

struct Room {
  int guests = 0;
};

class Server {
public:
  // Found at both captures 'room': the threads of the pool run the handlers.
  void greet(const lib::local_ptr<Room> &room) {
    asio::post(pool_, [room] { ++room->guests; });
    asio::post(pool_.get_executor(), [room] { ++room->guests; });
  }

  // Not found: a strand, or a context that this thread may run.
  void greet_in_turn(const lib::local_ptr<Room> &room) {
    asio::post(asio::make_strand(pool_), [room] { ++room->guests; });
    asio::post(context_, [room] { ++room->guests; });
  }

private:
  asio::thread_pool pool_{4};
  asio::io_context context_{1};
};
