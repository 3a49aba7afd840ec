// The detached task hands its failure to who asked for the work.
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <exception>
#include <stdexcept>
#include <utility>

namespace rt = corolint::rt;

rt::task<> works(rt::oneshot_sender<std::exception_ptr> to) {
  std::exception_ptr failure;
  try {
    co_await rt::yield();
    throw std::runtime_error("disk full");
  } catch (...) {
    failure = std::current_exception();
  }
  (void)to.send(std::move(failure));
}

int told = 0;

rt::task<> starts() {
  auto [to, from] = rt::oneshot<std::exception_ptr>();
  rt::spawn(works(std::move(to))).detach();
  if (co_await std::move(from))
    ++told;
}

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(60000))
      .build()
      .block_on(starts());
}
