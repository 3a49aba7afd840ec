// A value that belongs to the thread that made it.

#ifndef COROLINT_RT_THREAD_BOUND_HPP
#define COROLINT_RT_THREAD_BOUND_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/detail/type_text.hpp"
#include "corolint/rt/sendable.hpp"
#include <type_traits>
#include <utility>

namespace corolint::rt {

/// Holds a \p T that only one thread uses and destroys: an object of a user
/// interface, a connection of a library that is not thread-safe. The checks
/// report where it gets into a spawned task, a checked build also where another
/// thread uses or destroys it. For spawn_local it is fine.
template <class T> class COROLINT_THREAD_BOUND thread_bound {
public:
  template <class... Args>
    requires std::is_constructible_v<T, Args...>
  explicit thread_bound(Args &&...args) : value_(std::forward<Args>(args)...) {}
  thread_bound(const thread_bound &other)
    requires std::is_copy_constructible_v<T>
      : owner_(other.owner_), value_(other.get()) {}
  thread_bound(thread_bound &&other) noexcept(
      std::is_nothrow_move_constructible_v<T>)
      : owner_(other.owner_), value_(std::move(other.get())) {}
  thread_bound &operator=(const thread_bound &) = delete;
  ~thread_bound() { owner_.check(detail::type_text<T>()); }

  T &get() noexcept {
    owner_.check(detail::type_text<T>());
    return value_;
  }
  const T &get() const noexcept {
    owner_.check(detail::type_text<T>());
    return value_;
  }
  T &operator*() noexcept { return get(); }
  const T &operator*() const noexcept { return get(); }
  T *operator->() noexcept { return &get(); }
  const T *operator->() const noexcept { return &get(); }

private:
  [[no_unique_address]] detail::thread_owner owner_;
  T value_;
};

template <class T> struct is_sendable<thread_bound<T>> : std::false_type {};
// To know where it is harms nothing; its use by another thread is reported.
template <class T> struct is_sendable<thread_bound<T> *> : std::true_type {};
template <class T>
struct is_sendable<const thread_bound<T> *> : std::true_type {};

} // namespace corolint::rt

#endif
