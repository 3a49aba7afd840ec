// The end of a scope waits for the work of a local object.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <future>

namespace rt = corolint::rt;

class pending {
public:
  explicit pending(std::future<void> end) : end_(std::move(end)) {}
  ~pending() { end_.wait_for(std::chrono::milliseconds(5)); }

private:
  std::future<void> end_;
};

rt::task<> works() {
  std::promise<void> never;
  { pending open(never.get_future()); } // expect: coro-sync-wait
  co_return;
}

int main() { rt::block_on(works()); }
