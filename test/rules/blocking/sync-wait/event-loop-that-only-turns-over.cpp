// RUN: %check_rule %s coro-sync-wait
// What is ready runs, nothing is waited for; or the loop is another thread's.

#include "lazy.h"
#include <chrono>
#include <thread>

namespace boost::asio {
class io_context {
public:
  unsigned long run();
  unsigned long poll();
  unsigned long poll_one();
  template <class Duration> unsigned long run_for(Duration span);
  bool stopped() const;
  void stop();
};
} // namespace boost::asio

lib::task<int> turns_over(boost::asio::io_context &loop) {
  while (loop.poll_one() > 0)
    ;
  loop.poll();
  if (!loop.stopped())
    loop.stop();
  loop.run_for(std::chrono::milliseconds(0));
  co_return 0;
}

lib::task<int> runs_on_a_thread(boost::asio::io_context &loop) {
  static std::jthread worker([&loop] { loop.run(); });
  co_return 0;
}
// CHECK-NONE
