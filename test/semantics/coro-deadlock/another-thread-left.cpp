// All tasks wait for an event, and a thread that is not ours sets it at last.
#include "corolint/rt/event.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<> after(rt::event &go) { co_await go.wait(); }

int main() {
  rt::event go;
  std::jthread helper([&go] {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    go.set();
  });
  rt::runtime::builder{}
      .workers(2)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(after(go));
}
