// RUN: %check_rule %s coro-promise-contract
// The handle leads to another coroutine by then, or nobody can know.

#include <coroutine>
#include <utility>

using handle = std::coroutine_handle<>;
handle start();
void replace(handle &self);
void observe(handle self);

void set_anew(handle self) {
  self.destroy();
  self = start();
  self.resume();
}

void replaced(handle self) {
  self.destroy();
  replace(self);
  self.resume();
}

void exchanged(handle self) {
  auto old = std::exchange(self, start());
  old.destroy();
  self.resume();
}

void by_a_callable(handle self) {
  auto begin = [&self] { self = start(); };
  self.destroy();
  begin();
  self.resume();
}

void on_one_path(handle self, bool last) {
  observe(self);
  if (last)
    self.destroy();
  if (!last)
    self.resume();
}

bool asked_and_left(handle self) {
  if (self.done())
    return false;
  self.resume();
  return !self.done();
}

void rounds(handle self) {
  do
    self.resume();
  while (!self.done());
  self.destroy();
}

class owner {
public:
  owner() = default;
  owner(const owner &) = delete;
  void restart() {
    if (self_.done())
      renew();
    self_.resume();
  }
  void stop() {
    self_.destroy();
    renew();
    self_.resume();
  }
  ~owner() {
    if (self_)
      self_.destroy();
    self_ = nullptr;
  }

private:
  void renew();
  handle self_;
};


// CHECK-NONE
