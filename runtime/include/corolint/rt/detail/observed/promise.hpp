// The promise of a task that knows what the task was given.

#ifndef COROLINT_RT_DETAIL_OBSERVED_PROMISE_HPP
#define COROLINT_RT_DETAIL_OBSERVED_PROMISE_HPP

#include "corolint/rt/detail/observed/calls.hpp"
#include "corolint/rt/detail/observed/frame.hpp"
#include "corolint/rt/detail/observed/loans.hpp"
#include "corolint/rt/detail/type_text.hpp"
#include "corolint/rt/sendable.hpp"
#include <array>
#include <coroutine>
#include <cstddef>
#include <span>
#include <type_traits>

namespace corolint::rt::detail {

template <class T>
inline constexpr bool may_cross = is_sendable<
    std::conditional_t<std::is_lvalue_reference_v<T>, std::add_pointer_t<T>,
                       std::remove_cvref_t<T>>>::value;
template <class... Args>
inline constexpr std::array<carried, sizeof...(Args)> parameters{
    {{type_text<Args>(), may_cross<Args>}...}};

/// The promise of a task, which sees it begin and end. It has no member.
template <class Promise> class promise_of_task : public Promise {
public:
  ~promise_of_task() {
    if (!this->owner) [[unlikely]]
      this->never_ran();
  }

  /// The task says itself that it is the innermost. Who awaits it could, but
  /// behind that store a compiler no longer knows which function it resumes.
  auto initial_suspend() noexcept {
    struct beginning : std::suspend_always {
      explicit beginning(promise_of_task &self) noexcept : self(self) {}
      void await_resume() const noexcept { self.owner->set_innermost(&self); }
      promise_of_task &self;
    };
    return beginning(*this);
  }
};

/// The promise of a task with parameters \p Args: \p Promise, which knows them.
template <class Promise, class... Args>
class promise_with : public promise_of_task<Promise> {
public:
  promise_with() noexcept {
    if constexpr (!(may_cross<Args> && ...))
      this->set_cargo(takes);
  }

private:
  static constexpr cargo takes{parameters<Args...>.data(), sizeof...(Args)};
};

/// The same for parameters that lend something. The object or closure is one of
/// them; but Clang does not pass a closure to the constructor.
template <class Promise, class... Args>
  requires(lends<Args>() || ...)
class promise_with<Promise, Args...>
    : public promise_of_task<promise_that_borrows<Promise, Args...>> {
public:
  promise_with() noexcept {
    this->set_cargo(takes);
    look_for_closure();
  }
  /// GCC passes what the coroutine takes by rvalue reference as such.
  template <class... Passed>
    requires(sizeof...(Passed) != 0)
  explicit promise_with(Passed &&...passed) noexcept {
    constexpr std::size_t hidden = sizeof...(Args) - sizeof...(Passed);
    this->set_cargo(takes);
    if constexpr (hidden != 0)
      look_for_closure();
    take_loans(loans_.data() + hidden, without<hidden, Args...>(), passed...);
  }

private:
  void look_for_closure() noexcept {
    if constexpr (hides_closure<Args...>()) {
      using closure =
          std::remove_reference_t<typename first_of_all<Args...>::type>;
      if (const void *const lent =
              find_closure(this, sizeof(closure), alignof(closure)))
        loans_[0].take(lent, false);
    }
  }
  static std::span<loan> loans_of(observed_frame &frame) noexcept {
    return static_cast<promise_with &>(frame).loans_;
  }

  static constexpr cargo takes{parameters<Args...>.data(), sizeof...(Args),
                               loans_of};
  std::array<loan, sizeof...(Args)> loans_;
};
template <class Promise, class... Args>
using promise_for = promise_with<Promise, Args...>;

} // namespace corolint::rt::detail

#endif
