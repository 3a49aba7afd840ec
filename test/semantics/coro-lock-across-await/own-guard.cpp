// A class locks in its constructor and unlocks in its destructor.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <mutex>

namespace rt = corolint::rt;

class session {
public:
  explicit session(std::mutex &guards) : guards_(guards) { guards_.lock(); }
  ~session() { guards_.unlock(); }
  session(const session &) = delete;

private:
  std::mutex &guards_;
};

std::mutex guards;

rt::task<> refreshes() {
  session open(guards); // expect: coro-lock-across-await
  co_await rt::yield();
}

int main() { rt::block_on(refreshes()); }
