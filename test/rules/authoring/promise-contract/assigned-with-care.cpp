// RUN: %check_rule %s coro-promise-contract
// The coroutine that the object had is destroyed, or goes to the other one.

#include <coroutine>
#include <utility>

class destroys {
public:
  destroys(destroys &&other) noexcept
      : self_(std::exchange(other.self_, nullptr)) {}
  destroys &operator=(destroys &&other) noexcept {
    if (self_)
      self_.destroy();
    self_ = std::exchange(other.self_, nullptr);
    return *this;
  }
  ~destroys() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
};

class swaps {
public:
  swaps(swaps &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  swaps &operator=(swaps &&other) noexcept {
    std::swap(self_, other.self_);
    return *this;
  }
  ~swaps() {
    if (self_)
      self_.destroy();
  }

private:
  std::coroutine_handle<> self_;
};

class resets {
public:
  resets(resets &&other) noexcept
      : self_(std::exchange(other.self_, nullptr)) {}
  resets &operator=(resets &&other) noexcept {
    reset();
    self_ = std::exchange(other.self_, nullptr);
    return *this;
  }
  ~resets() {
    if (self_)
      self_.destroy();
  }

private:
  void reset();
  std::coroutine_handle<> self_;
};

class refers {
public:
  refers(const refers &) = default;
  refers &operator=(const refers &other) {
    self_ = other.self_;
    return *this;
  }

private:
  std::coroutine_handle<> self_;
};

// CHECK-NONE
