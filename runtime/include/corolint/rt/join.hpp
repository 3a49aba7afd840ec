// Running tasks at the same time, and waiting for all of them.

#ifndef COROLINT_RT_JOIN_HPP
#define COROLINT_RT_JOIN_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/detail/first_failure.hpp"
#include "corolint/rt/detail/try_join_results.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/task.hpp"
#include <concepts>
#include <cstddef>
#include <exception>
#include <iterator>
#include <ranges>
#include <tuple>
#include <utility>
#include <vector>

namespace corolint::rt {

namespace detail {

enum class at_failure {
  wait, ///< for the other branches
  stop, ///< the other branches, and wait for them
};

template <class Branches, at_failure Policy>
class join_base : public branches_operation<Branches> {
protected:
  using branches_operation<Branches>::branches_operation;

  void branch_ended(branch_base &ended) noexcept final {
    if (!ended.has_failed())
      return;
    if (!failure_.offer(ended))
      report_lost_failure(ended.take_failure());
    else if constexpr (Policy == at_failure::stop)
      this->stop_branches(&ended);
  }

  first_failure failure_;
};

template <at_failure Policy, class... T>
class [[nodiscard]] COROLINT_MUST_AWAIT join_operation final
    : public join_base<branch_pack<T...>, Policy> {
public:
  explicit join_operation(task<T> &&...work)
      : join_base<branch_pack<T...>, Policy>(false, std::move(work)...) {}

  std::tuple<regular<T>...> await_resume() {
    if (branch_base *failed = this->failure_.get())
      failed->rethrow();
    return [this]<std::size_t... I>(std::index_sequence<I...>) {
      return std::tuple<regular<T>...>(
          take_regular(this->branches_.template get<I>().result())...);
    }(std::index_sequence_for<T...>());
  }
};

template <at_failure Policy, class T>
class [[nodiscard]] COROLINT_MUST_AWAIT join_all_operation final
    : public join_base<branch_range<T>, Policy> {
public:
  explicit join_all_operation(std::vector<task<T>> &&work)
      : join_base<branch_range<T>, Policy>(false, std::move(work)) {}

  auto await_resume() {
    if (branch_base *failed = this->failure_.get())
      failed->rethrow();
    if constexpr (!std::is_void_v<T>) {
      std::vector<T> values;
      values.reserve(this->branches_.size());
      for (std::size_t i = 0; i != this->branches_.size(); ++i)
        values.push_back(this->branches_.get(i).result().take());
      return values;
    }
  }
};

/// try_join_all of tasks that give a \p R.
template <class R> struct try_join_all_of {
  using type = join_all_operation<at_failure::stop, R>;
};
template <class T, class E> struct try_join_all_of<result<T, E>> {
  using type = try_join_all_operation<T, E>;
};

/// The value type of the tasks in \p Range.
template <class Range>
using task_value = typename std::ranges::range_value_t<Range>::value_type;

template <std::ranges::input_range Range>
std::vector<task<task_value<Range>>> into_vector(Range &&work) {
  std::vector<task<task_value<Range>>> all;
  if constexpr (std::ranges::sized_range<Range>)
    all.reserve(std::ranges::size(work));
  for (auto &&each : work)
    all.push_back(std::move(each));
  return all;
}

} // namespace detail

/// Runs all of \p work at the same time. `co_await` gives a tuple of the
/// values, std::monostate for void. If one fails the others run on; then the
/// first failure is thrown, and further ones are reported as lost.
template <class... T>
COROLINT_CONCURRENT detail::join_operation<detail::at_failure::wait, T...>
join(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T>... work) {
  return detail::join_operation<detail::at_failure::wait, T...>(
      std::move(work)...);
}

/// The same for any number of tasks of one type; gives a vector in their order,
/// nothing for tasks of void.
template <std::ranges::input_range Range>
COROLINT_CONCURRENT
detail::join_all_operation<detail::at_failure::wait, detail::task_value<Range>>
join_all(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES Range &&work) {
  return detail::join_all_operation<detail::at_failure::wait,
                                    detail::task_value<Range>>(
      detail::into_vector(std::forward<Range>(work)));
}

/// As join, but the first failure stops the others. They are awaited before it
/// is thrown.
template <class... T>
COROLINT_CONCURRENT detail::join_operation<detail::at_failure::stop, T...>
try_join(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T>... work) {
  return detail::join_operation<detail::at_failure::stop, T...>(
      std::move(work)...);
}

/// The same for tasks that return results with one type of error: the first
/// error, or exception, stops the others. They are awaited, and what they still
/// give is dropped. `co_await` gives a result with a tuple of the values,
/// std::monostate for void, or with that error; an exception is thrown.
template <class E, class... T>
COROLINT_CONCURRENT detail::try_join_operation<E, T...>
try_join(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<result<T, E>>... work) {
  return detail::try_join_operation<E, T...>(std::move(work)...);
}

/// As join_all, but the first failure stops the others. Of tasks that return
/// results `co_await` gives a result with the vector, or with the first error,
/// which stops the others too.
template <std::ranges::input_range Range>
COROLINT_CONCURRENT
typename detail::try_join_all_of<detail::task_value<Range>>::type
try_join_all(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES Range &&work) {
  using operation =
      typename detail::try_join_all_of<detail::task_value<Range>>::type;
  return operation(detail::into_vector(std::forward<Range>(work)));
}

} // namespace corolint::rt

#endif
