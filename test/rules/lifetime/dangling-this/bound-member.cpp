// RUN: %check_rule %s coro-dangling-this
// A member function that is bound to its object is called when others like to.

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
    on_click(std::bind_front(&page::open, this));
    // CHECK: :[[@LINE-1]]:14: warning: the task uses its 'page' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
    // CHECK: :[[@LINE+15]]:5: note: 'open' suspends here
    // CHECK: :[[@LINE+15]]:9: note: the object is used here afterwards
    // CHECK: :[[@LINE-4]]:14: note: give the task a strong pointer: capture or pass shared_from_this()
    on_click(std::bind(&page::open, this));
    // CHECK: :[[@LINE-1]]:14: warning: the task uses its 'page' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
    // CHECK: :[[@LINE+10]]:5: note: 'open' suspends here
    // CHECK: :[[@LINE+10]]:9: note: the object is used here afterwards
    // CHECK: :[[@LINE-4]]:14: note: give the task a strong pointer: capture or pass shared_from_this()
    on_click(std::bind_front(&page::open_and_stay, this));
    on_click(std::bind_front(&page::open, shared_from_this()));
    on_click(std::bind_front(&page::at_once, this));
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
  fire_and_forget at_once() {
    use(id_);
    co_await tick();
  }

  int id_ = 0;
};
