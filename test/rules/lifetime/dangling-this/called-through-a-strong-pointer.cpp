// RUN: %check_rule %s coro-dangling-this
// What a coroutine is called through keeps the object for as long as the call.

#include "lazy.h"
#include <functional>
#include <memory>

struct fire_and_forget {
  struct promise_type {
    fire_and_forget get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};

lib::task<> tick();
void use(int id);
void on_click(std::function<void()> handler);

class page : public std::enable_shared_from_this<page> {
public:
  void listen() {
    on_click([weak = weak_from_this()] {
      if (auto self = weak.lock())
        self->open();
        // CHECK: :[[@LINE-1]]:9: warning: the task uses its 'page' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
        // CHECK: :[[@LINE+16]]:5: note: 'open' suspends here
        // CHECK: :[[@LINE+16]]:9: note: the object is used here afterwards
        // CHECK: :[[@LINE-4]]:9: note: give the task a strong pointer: capture or pass shared_from_this()
    });
    on_click([weak = weak_from_this()] {
      if (auto self = weak.lock())
        self->open_and_stay();
    });
    on_click([weak = weak_from_this()] {
      if (auto self = weak.lock())
        self->open_with(self);
    });
  }

private:
  fire_and_forget open() {
    co_await tick();
    use(id_);
  }
  fire_and_forget open_and_stay() {
    auto self = shared_from_this();
    co_await tick();
    use(id_);
  }
  fire_and_forget open_with(std::shared_ptr<page>) {
    co_await tick();
    use(id_);
  }

  int id_ = 0;
};
