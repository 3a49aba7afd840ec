// An awaitable for an interface with callbacks: what a Waker is for in Rust.
//
// Whoever has the sender may wake the task: from any thread, once. If the task
// is stopped while it waits, then the callback finds nobody, and nothing
// breaks.

#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include <functional>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace rt = corolint::rt;

/// Somebody else's code: calls back on a thread of its own.
class old_library {
public:
  void measure(std::function<void(int)> callback) {
    threads_.emplace_back([callback = std::move(callback)] { callback(21); });
  }

private:
  std::vector<std::jthread> threads_;
};

/// `co_await measurement(library)` gives the number.
class [[nodiscard]] measurement {
public:
  explicit measurement(old_library &from) noexcept : from_(from) {}

  auto operator co_await() const {
    auto [sender, receiver] = rt::oneshot<int>();
    from_.measure([sender = std::make_shared<rt::oneshot_sender<int>>(
                       std::move(sender))](int value) { sender->send(value); });
    return std::move(receiver).operator co_await();
  }

private:
  old_library &from_;
};

rt::task<> program() {
  old_library library;
  std::cout << "starting\n";
  const rt::result<int, rt::closed> first = co_await measurement(library);
  const rt::result<int, rt::closed> second = co_await measurement(library);
  std::cout << "result: " << *first + *second << "\n";
}

int main() { rt::block_on(program()); }
