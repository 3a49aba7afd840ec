// All tasks wait, and a thread for what may block works for them.
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

rt::task<> after(rt::event &go) { co_await go.wait(); }

rt::task<> sets(rt::event &go) {
  co_await rt::spawn_blocking(
      [] { std::this_thread::sleep_for(std::chrono::milliseconds(500)); });
  go.set();
}

rt::task<> both() {
  rt::event go;
  co_await rt::join(after(go), sets(go));
}

int main() {
  rt::runtime::builder{}
      .workers(2)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(both());
}
