// Running tasks at the same time, and taking what is done first.

#ifndef COROLINT_RT_SELECT_HPP
#define COROLINT_RT_SELECT_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/task.hpp"
#include <atomic>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace corolint::rt {

namespace detail {

template <class Branches>
class select_base : public branches_operation<Branches> {
protected:
  using branches_operation<Branches>::branches_operation;

  void branch_ended(branch_base &ended) noexcept final {
    if (ended.was_stopped)
      return;
    branch_base *none = nullptr;
    if (first_.compare_exchange_strong(none, &ended, std::memory_order_acq_rel))
      this->stop_branches(&ended);
    else if (ended.has_failed())
      report_lost_failure(ended.take_failure());
  }

  /// The one that ended first, by itself.
  branch_base &winner() const noexcept {
    return *first_.load(std::memory_order_acquire);
  }

private:
  std::atomic<branch_base *> first_{nullptr};
};

template <class... T>
class [[nodiscard]] COROLINT_MUST_AWAIT select_operation final
    : public select_base<branch_pack<T...>> {
public:
  explicit select_operation(task<T> &&...work)
      : select_base<branch_pack<T...>>(false, std::move(work)...) {}

  std::variant<regular<T>...> await_resume() { return take<0>(); }

private:
  template <std::size_t I> std::variant<regular<T>...> take() {
    if constexpr (I + 1 != sizeof...(T))
      if (&this->winner() != &this->branches_.template get<I>())
        return take<I + 1>();
    return std::variant<regular<T>...>(
        std::in_place_index<I>,
        take_regular(this->branches_.template get<I>().result()));
  }
};

template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT race_operation final
    : public select_base<branch_range<T>> {
public:
  explicit race_operation(std::vector<task<T>> &&work)
      : select_base<branch_range<T>>(false, std::move(work)) {}

  T await_resume() {
    for (std::size_t i = 0;; ++i)
      if (&this->winner() == &this->branches_.get(i))
        return this->branches_.get(i).result().take();
  }
};

} // namespace detail

/// Runs all of \p work at the same time until the first is done. The others are
/// stopped and awaited. `co_await` gives a variant whose index tells which one
/// it was (std::monostate for void), or throws what that one threw. Failures of
/// the others are reported as lost.
template <class... T>
  requires(sizeof...(T) != 0)
COROLINT_CONCURRENT detail::select_operation<T...>
select(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T>... work) {
  return detail::select_operation<T...>(std::move(work)...);
}

/// The same for tasks of one type: gives the value of the first.
template <class T, class... More>
  requires(std::same_as<T, More> && ...)
COROLINT_CONCURRENT detail::race_operation<T>
race(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work,
     COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<More>... more) {
  std::vector<task<T>> all;
  all.reserve(1 + sizeof...(More));
  all.push_back(std::move(work));
  (all.push_back(std::move(more)), ...);
  return detail::race_operation<T>(std::move(all));
}

/// The same for a range of tasks. Throws std::invalid_argument if it is empty:
/// nothing would ever be first.
template <std::ranges::input_range Range>
COROLINT_CONCURRENT detail::race_operation<detail::task_value<Range>>
race(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES Range &&work) {
  auto all = detail::into_vector(std::forward<Range>(work));
  if (all.empty())
    throw std::invalid_argument("corolint::rt: race of no tasks");
  return detail::race_operation<detail::task_value<Range>>(std::move(all));
}

} // namespace corolint::rt

#endif
