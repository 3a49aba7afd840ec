// What a coroutine was lent: what its parameters refer to, its object, the
// closure whose captures it uses. None of it has to live as long as the
// coroutine.
//
// For a checked build.

#ifndef COROLINT_RT_DETAIL_OBSERVED_LOANS_HPP
#define COROLINT_RT_DETAIL_OBSERVED_LOANS_HPP

#include "corolint/rt/detail/type_text.hpp"
#include <array>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <type_traits>

namespace corolint::rt::detail {

class scheduler;

/// Something that a coroutine refers to, and in what it lies: that is what has
/// to live. An object on the stack lives no longer than what its thread did at
/// that time: the run of a job, or what called block_on. An object elsewhere
/// lives no longer than its memory.
class loan {
public:
  loan() = default;
  loan(const loan &) = delete;
  loan &operator=(const loan &) = delete;
  ~loan() {
    if (is_watched_)
      forget_memory();
  }

  /// Once, by the thread that makes the coroutine. \p outlives_memory: memory
  /// that ends says nothing; whoever gave the pointer may not care.
  void take(const void *lent, bool outlives_memory) noexcept;
  /// Asked by a worker of \p home. False if nobody knows.
  bool is_gone(const scheduler &home) const noexcept;
  /// Nobody has to ask again.
  void forget() noexcept;

  bool is_on_stack() const noexcept {
    const place where = lies_in_.load(std::memory_order_relaxed);
    return where == place::run || where == place::stack;
  }
  /// True if it lies on a stack, or lay in the frame of a coroutine.
  bool is_local() const noexcept {
    return is_on_stack() ||
           lies_in_.load(std::memory_order_relaxed) == place::ended_frame;
  }

private:
  friend class lent_memory;
  enum class place : unsigned char {
    unknown,
    run,
    stack,
    memory,
    freed,
    ended_frame
  };

  void forget_memory() noexcept;

  std::uintptr_t address_ = 0;
  const void *of_ = nullptr; ///< the scheduler of a run; whose stack it is
  unsigned which_ = 0;       ///< worker; what its owner does on that stack
  unsigned run_ = 0;
  std::atomic<place> lies_in_{place::unknown};
  bool is_watched_ = false;  ///< its memory; was once, at least
  bool is_listed_ = false;   ///< the rest is guarded by who watches
  loan *previous_ = nullptr; ///< in the list of what is watched
  loan *next_ = nullptr;
};

/// True if \p text, which type_text() gave, is of a class that the compiler
/// made of a lambda expression, or of a reference to one.
constexpr bool is_closure(std::string_view text) noexcept {
  return text.find("T = (lambda at ") != text.npos ||
         text.find("T = const (lambda at ") != text.npos ||
         text.find("::<lambda(") != text.npos;
}

template <class T, class = void> inline constexpr bool has_data = true;
/// Nothing can be missed of an object without members. (To GCC a closure is not
/// complete before the promise is: so far it may have some.)
template <class T>
inline constexpr bool has_data<T, std::void_t<decltype(sizeof(T))>> =
    !std::is_empty_v<T>;

/// Where the elements of \p whole begin.
template <class T>
  requires requires(T &whole) { whole.data(); }
const void *first_element(T &whole) noexcept {
  return whole.data();
}
template <class T> const void *first_element(std::initializer_list<T> &whole) {
  return whole.begin();
}

/// Classes that refer to elements without owning them, or have them inside.
template <class T>
concept view_of_elements =
    std::is_trivially_copyable_v<T> && requires(T &view) {
      first_element(view);
      view.size();
    };

template <class T> constexpr bool lends() noexcept {
  using value = std::remove_reference_t<T>;
  if constexpr (std::is_function_v<value>)
    return false;
  else if constexpr (std::is_reference_v<T>)
    return has_data<value>;
  else if constexpr (std::is_pointer_v<T>) // GCC: of a closure as well
    return !std::is_function_v<std::remove_pointer_t<T>> &&
           has_data<std::remove_pointer_t<T>>;
  else
    return view_of_elements<T>;
}

/// \p Parameter: as the coroutine declares it. \p passed: its own copy, or what
/// it refers to.
template <class Parameter, class T>
void take_loan(loan &taken, T &passed) noexcept {
  if constexpr (!lends<Parameter>()) {
    return;
  } else if constexpr (std::is_reference_v<Parameter>) {
    if constexpr (requires { sizeof(T); })
      if constexpr (std::is_empty_v<T>)
        return;
    taken.take(std::addressof(passed), false);
  } else if constexpr (std::is_pointer_v<Parameter>) {
    taken.take(
        const_cast<const void *>(static_cast<const volatile void *>(passed)),
        true);
  } else {
    const void *const first = first_element(passed);
    const std::less<const void *> before;
    // What has its elements in itself owns them.
    if (before(first, std::addressof(passed)) ||
        !before(first, std::addressof(passed) + 1))
      taken.take(first, false);
  }
}

/// Some types, in order.
template <class... T> struct types {};
/// \p T without the first \p Count.
template <std::size_t Count, class First, class... Rest>
constexpr auto without() {
  if constexpr (Count == 0)
    return types<First, Rest...>();
  else
    return without<Count - 1, Rest...>();
}
template <class... Parameters, class... Passed>
void take_loans(loan *first, types<Parameters...>, Passed &...passed) noexcept {
  (take_loan<Parameters>(*first++, passed), ...);
}

/// The frame that this thread has made last with zeros in it.
struct cleared_frame {
  const void *at;
  std::size_t size;
};
inline constinit thread_local cleared_frame last_cleared{};

/// The closure of \p size bytes to which the frame of \p promise refers, if it
/// lies on the stack of the calling thread. Null if it is not found for sure.
/// \p promise: in the frame that this thread has made last.
const void *find_closure(const void *promise, std::size_t size,
                         std::size_t alignment) noexcept;

/// Clang passes the closure of a coroutine to nobody. It has to be looked for
/// in the frame, which refers to it.
template <class Promise> class in_cleared_frame : public Promise {
public:
  static void *operator new(std::size_t size) {
    void *const frame = Promise::operator new(size);
    last_cleared = {frame, size};
    return std::memset(frame, 0, size);
  }
};

template <class... T> struct first_of_all {
  using type = void;
};
template <class First, class... Rest> struct first_of_all<First, Rest...> {
  using type = First;
};

/// True if the first parameter of a coroutine is the closure that it is called
/// on, and the compiler does not show it.
template <class... Args> constexpr bool hides_closure() noexcept {
#ifdef __clang__
  using first = typename first_of_all<Args...>::type;
  return std::is_lvalue_reference_v<first> && lends<first>() &&
         is_closure(type_text<first>());
#else
  return false;
#endif
}

template <class Promise, class... Args>
using promise_that_borrows =
    std::conditional_t<hides_closure<Args...>(), in_cleared_frame<Promise>,
                       Promise>;

/// How many loans lie in memory that is watched. By whoever.
inline constinit std::atomic<std::size_t> watched_loans{0};
/// What memory was that goes away.
enum class memory_of { objects, frame };
/// Looks for loans in memory that goes away.
void memory_with_loans_ends(const void *first, std::size_t size,
                            memory_of what) noexcept;
/// Memory of \p size bytes goes away.
inline void memory_ends(const void *first, std::size_t size,
                        memory_of what) noexcept {
  if (watched_loans.load(std::memory_order_relaxed) != 0) [[unlikely]]
    memory_with_loans_ends(first, size, what);
}

} // namespace corolint::rt::detail

#endif
