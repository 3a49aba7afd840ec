// A class has a guard for a member.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

class session {
public:
  explicit session(std::mutex &guards) : lock_(guards) {}

private:
  std::unique_lock<std::mutex> lock_;
};

std::mutex guards;

rt::task<> refreshes() {
  session open(guards); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() { rt::block_on(refreshes()); }
