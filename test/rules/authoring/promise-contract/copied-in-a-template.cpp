// RUN: %check_rule %s coro-promise-contract
// An instance of a template owns its coroutine as any other class does.

#include <coroutine>

template <class Promise> class owner {
// CHECK: :[[@LINE-1]]:32: warning: a copy of 'owner' keeps the same handle; both objects destroy the coroutine [coro-promise-contract]
// CHECK: :[[@LINE+4]]:3: note: the destructor destroys 'self_'
// CHECK: :[[@LINE-3]]:32: note: delete the copy constructor, and write a move constructor that leaves the other handle empty
public:
  explicit owner(std::coroutine_handle<Promise> self) : self_(self) {}
  ~owner() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<Promise> self_;
};

struct promise {};

void use(std::coroutine_handle<promise> self) { owner<promise> all(self); }
