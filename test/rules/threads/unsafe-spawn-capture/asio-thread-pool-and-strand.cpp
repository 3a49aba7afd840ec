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
    // CHECK: :[[@LINE-1]]:24: warning: 'room' is copied into a task that another thread may run; 'lib::local_ptr<Room>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
    // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
    // CHECK: :[[@LINE-3]]:11: note: 'post' starts the task here
    // CHECK: :[[@LINE-4]]:24: note: hand the task a value of its own, or share it through a type that is thread-safe
    asio::post(pool_.get_executor(), [room] { ++room->guests; });
    // CHECK: :[[@LINE-1]]:39: warning: 'room' is copied into a task that another thread may run; 'lib::local_ptr<Room>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
    // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
    // CHECK: :[[@LINE-3]]:11: note: 'post' starts the task here
    // CHECK: :[[@LINE-4]]:39: note: hand the task a value of its own, or share it through a type that is thread-safe
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
