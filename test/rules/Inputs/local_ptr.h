// Shared ownership with a plain counter: right on one thread, and only there.
#ifndef INPUTS_LOCAL_PTR_H
#define INPUTS_LOCAL_PTR_H

#include <utility>

namespace lib {

template <class T> class local_ptr {
public:
  local_ptr() = default;
  explicit local_ptr(T value) : block_(new block{std::move(value)}) {}
  local_ptr(const local_ptr &other) : block_(other.block_) {
    if (block_)
      ++block_->uses;
  }
  local_ptr(local_ptr &&other) noexcept
      : block_(std::exchange(other.block_, nullptr)) {}
  local_ptr &operator=(local_ptr other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~local_ptr() {
    if (block_ && --block_->uses == 0)
      delete block_;
  }

  T &operator*() const { return block_->value; }
  T *operator->() const { return &block_->value; }

private:
  struct block {
    T value;
    int uses = 1;
  };
  block *block_ = nullptr;
};

template <class T, class... A> local_ptr<T> make_local(A &&...arguments) {
  return local_ptr<T>(T{std::forward<A>(arguments)...});
}

} // namespace lib

#endif
