// RUN: %check_rule %s coro-unsafe-spawn-capture
// What a task makes and gives back was never on two threads at once.

#include "executor.h"
#include "local_ptr.h"
#include <future>
#include <utility>

struct Mesh {
  int corners = 0;
};

lib::local_ptr<Mesh> build(int detail);
lib::task<lib::local_ptr<Mesh>> build_later(int detail);

std::future<lib::local_ptr<Mesh>> start(int detail) {
  return std::async(std::launch::async, build, detail);
}

void start_task(lib::pool &workers, int detail) {
  workers.spawn([](int corners) -> lib::task<void> {
    auto mesh = co_await build_later(corners);
    auto same = mesh;
    ++same->corners;
  }(detail));
}

// CHECK-NONE
