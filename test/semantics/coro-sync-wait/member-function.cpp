// A member function waits for the future that its object keeps.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>
#include <thread>

namespace rt = corolint::rt;

class request {
public:
  request()
      : answer_(std::async(std::launch::async, [] {
          std::this_thread::sleep_for(std::chrono::milliseconds(100));
          return 0;
        })) {}
  int result() { return answer_.get(); }

private:
  std::future<int> answer_;
};

rt::task<int> asks(request sent) {
  const int answer = sent.result(); // expect: coro-sync-wait
  co_return answer;
}

int main() { return rt::block_on(asks(request())); }
