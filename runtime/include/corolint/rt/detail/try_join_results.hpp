// try_join of tasks whose failures are errors in a result.

#ifndef COROLINT_RT_DETAIL_TRY_JOIN_RESULTS_HPP
#define COROLINT_RT_DETAIL_TRY_JOIN_RESULTS_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/detail/first_failure.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/result.hpp"
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace corolint::rt::detail {

/// What stands for the value of \p from, which has one.
template <class T, class E> regular<T> take_value(result<T, E> &&from) {
  if constexpr (std::is_void_v<T>)
    return {};
  else
    return *std::move(from);
}

/// Stops the others at the first error, or exception.
template <class Branches, class E>
class try_join_base : public branches_operation<Branches> {
protected:
  using branches_operation<Branches>::branches_operation;

  /// \p error: of a branch that has ended with a result, or null.
  void ended_with(branch_base &ended, E *error) noexcept {
    if (!ended.has_failed() && !error)
      return;
    if (failure_.offer(ended))
      this->stop_branches(&ended);
    else if (ended.has_failed())
      report_lost_failure(ended.take_failure());
  }

  template <class T> static E *error_of(branch<result<T, E>> &ended) noexcept {
    result<T, E> *given = ended.result().peek();
    return given && !given->has_value() ? &given->error() : nullptr;
  }

  first_failure failure_;
};

template <class E, class... T>
class [[nodiscard]] COROLINT_MUST_AWAIT try_join_operation final
    : public try_join_base<branch_pack<result<T, E>...>, E> {
  using indices = std::index_sequence_for<T...>;

public:
  explicit try_join_operation(task<result<T, E>> &&...work)
      : try_join_base<branch_pack<result<T, E>...>, E>(false,
                                                       std::move(work)...) {}

  result<std::tuple<regular<T>...>, E> await_resume() {
    if (branch_base *failed = this->failure_.get()) {
      if (failed->has_failed())
        failed->rethrow();
      return failure(std::move(*error_of_any(*failed, indices())));
    }
    return [this]<std::size_t... I>(std::index_sequence<I...>) {
      return std::tuple<regular<T>...>(
          take_value(this->branches_.template get<I>().result().take())...);
    }(indices());
  }

private:
  template <std::size_t... I>
  E *error_of_any(branch_base &ended, std::index_sequence<I...>) noexcept {
    E *error = nullptr;
    ((&ended == &this->branches_[I] &&
      (error = this->error_of(this->branches_.template get<I>()))),
     ...);
    return error;
  }

  void branch_ended(branch_base &ended) noexcept final {
    this->ended_with(ended, error_of_any(ended, indices()));
  }
};

template <class T, class E>
class [[nodiscard]] COROLINT_MUST_AWAIT try_join_all_operation final
    : public try_join_base<branch_range<result<T, E>>, E> {
  using values =
      std::conditional_t<std::is_void_v<T>, void, std::vector<regular<T>>>;

public:
  explicit try_join_all_operation(std::vector<task<result<T, E>>> &&work)
      : try_join_base<branch_range<result<T, E>>, E>(false, std::move(work)) {}

  result<values, E> await_resume() {
    if (branch_base *failed = this->failure_.get()) {
      if (failed->has_failed())
        failed->rethrow();
      return failure(std::move(*error_in(*failed)));
    }
    if constexpr (std::is_void_v<T>) {
      return {};
    } else {
      values all;
      all.reserve(this->branches_.size());
      for (std::size_t i = 0; i != this->branches_.size(); ++i)
        all.push_back(take_value(this->branches_.get(i).result().take()));
      return all;
    }
  }

private:
  static E *error_in(branch_base &ended) noexcept {
    return try_join_all_operation::error_of(
        static_cast<branch<result<T, E>> &>(ended));
  }
  void branch_ended(branch_base &ended) noexcept final {
    this->ended_with(ended, error_in(ended));
  }
};

} // namespace corolint::rt::detail

#endif
