// A queue in a fixed number of places.

#ifndef COROLINT_RT_DETAIL_RING_HPP
#define COROLINT_RT_DETAIL_RING_HPP

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace corolint::rt::detail {

/// First in, first out. Not synchronised.
template <class T> class ring {
public:
  explicit ring(std::size_t capacity)
      : places_(std::allocator<T>().allocate(capacity)), capacity_(capacity) {}
  ring(const ring &) = delete;
  ~ring() {
    clear();
    std::allocator<T>().deallocate(places_, capacity_);
  }

  bool empty() const noexcept { return size_ == 0; }
  bool full() const noexcept { return size_ == capacity_; }
  std::size_t size() const noexcept { return size_; }
  std::size_t capacity() const noexcept { return capacity_; }

  /// Not if it is full.
  void push(T &&value) noexcept {
    std::size_t at = first_ + size_;
    if (at >= capacity_)
      at -= capacity_;
    std::construct_at(places_ + at, std::move(value));
    ++size_;
  }
  /// Not if it is empty.
  void pop(std::optional<T> &into) noexcept {
    into.emplace(std::move(places_[first_]));
    drop_front();
  }
  void clear() noexcept {
    while (!empty())
      drop_front();
  }

private:
  void drop_front() noexcept {
    std::destroy_at(places_ + first_);
    if (++first_ == capacity_)
      first_ = 0;
    --size_;
  }

  T *places_;
  std::size_t capacity_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

} // namespace corolint::rt::detail

#endif
