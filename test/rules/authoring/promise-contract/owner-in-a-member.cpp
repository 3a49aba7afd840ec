// RUN: %check_rule %s coro-promise-contract
// What a member owns, its own copy constructor takes care of.

#include <coroutine>
#include <memory>

struct destroy {
  void operator()(void *frame) const {
    std::coroutine_handle<>::from_address(frame).destroy();
  }
};

class job {
public:
  explicit job(std::coroutine_handle<> self) : self_(self.address()) {}

private:
  std::unique_ptr<void, destroy> self_;
};

// CHECK-NONE
