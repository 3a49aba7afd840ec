// A value that is made when it is first asked for, by a task.

#ifndef COROLINT_RT_ONCE_CELL_HPP
#define COROLINT_RT_ONCE_CELL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/task.hpp"
#include <atomic>
#include <concepts>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

namespace detail {

template <class Made> struct made_by {
  using type = Made;
};
template <class T> struct made_by<task<T>> {
  using type = T;
};

/// Gives a \p T, or a task of one.
template <class F, class T>
concept maker_of =
    std::invocable<F &> &&
    std::constructible_from<
        T,
        typename made_by<std::remove_cvref_t<std::invoke_result_t<F &>>>::type>;

} // namespace detail

/// Empty until somebody's initialiser has succeeded; the value then stays for
/// as long as the cell does, at its place.
///
/// One initialiser runs at a time, the others wait for its end. If it throws or
/// is stopped, the one that waits longest tries with its own. An initialiser
/// that asks for the same cell waits for itself. Thread-safe.
template <class T> class once_cell {
public:
  once_cell() = default;
  once_cell(const once_cell &) = delete;
  once_cell &operator=(const once_cell &) = delete;

  /// The value, or null if there is none yet.
  COROLINT_NONBLOCKING T *get() noexcept {
    return is_made_.load(std::memory_order_acquire) ? &*value_ : nullptr;
  }
  COROLINT_NONBLOCKING const T *get() const noexcept {
    return is_made_.load(std::memory_order_acquire) ? &*value_ : nullptr;
  }

  /// `co_await` gives the value; if there is none it is made by \p make, which
  /// returns a T or a task<T>. Throws what \p make throws, to its own caller
  /// only.
  template <detail::maker_of<T> F>
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES(
      "the work of the initialiser") task<T &> get_or_init(F make) {
    co_await checkpoint();
    if (T *const made = get())
      co_return *made;
    const mutex::guard alone = co_await making_.lock();
    if (T *const made = get())
      co_return *made;
    if constexpr (detail::is_task<
                      std::remove_cvref_t<std::invoke_result_t<F &>>>)
      value_.emplace(co_await std::invoke(make));
    else
      value_.emplace(std::invoke(make));
    is_made_.store(true, std::memory_order_release);
    co_return *value_;
  }

private:
  mutex making_;
  std::optional<T> value_;
  std::atomic<bool> is_made_{false};
};

} // namespace corolint::rt

#endif
