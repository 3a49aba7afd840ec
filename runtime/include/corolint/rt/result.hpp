// A value or the reason why there is none.

#ifndef COROLINT_RT_RESULT_HPP
#define COROLINT_RT_RESULT_HPP

#include <concepts>
#include <functional>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

namespace corolint::rt {

/// Thrown by result::value() if there is none.
class bad_result : public std::logic_error {
public:
  bad_result()
      : std::logic_error(
            "corolint::rt: the value of a result that has an error "
            "was asked for") {}
};

/// Makes a result with an error: `return failure(errc::too_late);`
template <class E> class [[nodiscard]] failure {
public:
  explicit failure(E error) : error_(std::move(error)) {}
  E &error() & noexcept { return error_; }
  const E &error() const & noexcept { return error_; }
  E &&error() && noexcept { return std::move(error_); }

private:
  E error_;
};

/// A \p T, or an error of type \p E. As std::expected of C++23, which this
/// becomes when the oldest compiler has it. Never empty. Not thread-safe.
template <class T, class E> class [[nodiscard]] result {
  using stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

public:
  using value_type = T;
  using error_type = E;

  result()
    requires std::default_initializable<stored>
      : state_(std::in_place_index<0>) {}
  template <class U = T>
    requires(!std::is_void_v<T> && std::constructible_from<stored, U> &&
             !std::same_as<std::remove_cvref_t<U>, result>)
  result(U &&value) : state_(std::in_place_index<0>, std::forward<U>(value)) {}
  template <class F>
    requires std::constructible_from<E, F>
  result(failure<F> reason)
      : state_(std::in_place_index<1>, std::move(reason).error()) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// The value; undefined if there is none.
  decltype(auto) operator*() & noexcept { return as_value(*this); }
  decltype(auto) operator*() const & noexcept { return as_value(*this); }
  decltype(auto) operator*() && noexcept { return as_value(std::move(*this)); }
  auto *operator->() noexcept
    requires(!std::is_void_v<T>)
  {
    return std::get_if<0>(&state_);
  }
  const auto *operator->() const noexcept
    requires(!std::is_void_v<T>)
  {
    return std::get_if<0>(&state_);
  }

  /// The value; throws bad_result if there is none.
  decltype(auto) value() & { return as_value(checked(*this)); }
  decltype(auto) value() const & { return as_value(checked(*this)); }
  decltype(auto) value() && { return as_value(std::move(checked(*this))); }

  template <class U>
      T value_or(U &&other) &&
      requires(!std::is_void_v<T>) {
        return has_value() ? *std::move(*this)
                           : static_cast<T>(std::forward<U>(other));
      }

      /// The error; undefined if there is none.
      E &error() & noexcept {
    return *std::get_if<1>(&state_);
  }
  const E &error() const & noexcept { return *std::get_if<1>(&state_); }
  E &&error() && noexcept { return std::move(*std::get_if<1>(&state_)); }

  /// What \p f, called with the value, returns: a result with the same error
  /// type. The error is handed on.
  template <class F> auto and_then(F &&f) && {
    using next = decltype(call(std::forward<F>(f), std::move(*this)));
    return has_value() ? call(std::forward<F>(f), std::move(*this))
                       : next(failure<E>(std::move(*this).error()));
  }

  /// A result with what \p f makes of the value. The error is handed on.
  template <class F> auto transform(F &&f) && {
    using made = decltype(call(std::forward<F>(f), std::move(*this)));
    using next = result<made, E>;
    if (!has_value())
      return next(failure<E>(std::move(*this).error()));
    if constexpr (std::is_void_v<made>) {
      call(std::forward<F>(f), std::move(*this));
      return next();
    } else {
      return next(call(std::forward<F>(f), std::move(*this)));
    }
  }

  /// This, or what \p f makes of the error: a result with the same value type.
  template <class F> auto or_else(F &&f) && {
    using next = std::invoke_result_t<F, E>;
    if (!has_value())
      return std::invoke(std::forward<F>(f), std::move(*this).error());
    if constexpr (std::is_void_v<T>)
      return next();
    else
      return next(*std::move(*this));
  }

  friend bool operator==(const result &, const result &) = default;

private:
  template <class Self> static decltype(auto) as_value(Self &&self) noexcept {
    if constexpr (!std::is_void_v<T>)
      return (std::get<0>(std::forward<Self>(self).state_));
  }
  template <class Self> static Self &checked(Self &self) {
    if (!self.has_value())
      throw bad_result();
    return self;
  }
  template <class F> static auto call(F &&f, result &&self) {
    if constexpr (std::is_void_v<T>)
      return std::invoke(std::forward<F>(f));
    else
      return std::invoke(std::forward<F>(f), *std::move(self));
  }

  std::variant<stored, E> state_;
};

template <class T> inline constexpr bool is_result = false;
template <class T, class E>
inline constexpr bool is_result<result<T, E>> = true;

} // namespace corolint::rt

#define COROLINT_RT_JOIN_WORDS_(a, b) a##b
#define COROLINT_RT_JOIN_WORDS(a, b) COROLINT_RT_JOIN_WORDS_(a, b)
#define COROLINT_RT_TRY_(variable, temporary, ...)                             \
  auto temporary = (__VA_ARGS__);                                              \
  if (!temporary)                                                              \
    co_return ::corolint::rt::failure(std::move(temporary).error());           \
  variable = *std::move(temporary)

/// In a coroutine that returns a result: takes the value out of the result of
/// the expression, or returns its error.
///
///     COROLINT_TRY(auto page, co_await fetch(url));
#define COROLINT_TRY(variable, ...)                                            \
  COROLINT_RT_TRY_(variable, COROLINT_RT_JOIN_WORDS(corolint_try_, __LINE__),  \
                   __VA_ARGS__)

/// The same for a result without a value.
#define COROLINT_TRY_VOID(...)                                                 \
  if (auto corolint_try = (__VA_ARGS__); !corolint_try)                        \
  co_return ::corolint::rt::failure(std::move(corolint_try).error())

#endif
