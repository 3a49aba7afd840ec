// The branches of a group: a fixed number of different types, or any number of
// one type.

#ifndef COROLINT_RT_DETAIL_BRANCHES_HPP
#define COROLINT_RT_DETAIL_BRANCHES_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/group.hpp"
#include <array>
#include <cstddef>
#include <deque>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace corolint::rt::detail {

/// What stands for a result of type \p T in a tuple, vector or variant.
template <class T>
using regular = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T> regular<T> take_regular(outcome<T> &result) {
  if constexpr (std::is_void_v<T>) {
    result.take();
    return {};
  } else {
    return result.take();
  }
}

/// Place for the branch number \p I. (A std::tuple takes nothing that does not
/// move.)
template <std::size_t I, class T> struct branch_slot {
  std::optional<branch<T>> value;
};
template <class Indices, class... T> struct branch_slots;
template <std::size_t... I, class... T>
struct branch_slots<std::index_sequence<I...>, T...> : branch_slot<I, T>... {
  void fill(group &among, job &parent, std::tuple<task<T>...> &work) {
    (branch_slot<I, T>::value.emplace(among, parent,
                                      std::move(std::get<I>(work))),
     ...);
  }
  std::array<branch_base *, sizeof...(T)> bases() noexcept {
    return {&*branch_slot<I, T>::value...};
  }
};

/// Tasks that become branches when the group is awaited.
template <class... T> class branch_pack {
public:
  explicit branch_pack(task<T> &&...work) noexcept
      : work_(std::move(work)...) {}

  /// Replaces the tasks. Before prepare().
  void set(task<T> &&...work) {
    work_ = std::tuple<task<T>...>(std::move(work)...);
  }

  /// Throws task_consumed if one of the tasks is empty.
  void prepare(group &among, job &parent) {
    slots_.fill(among, parent, work_);
    bases_ = slots_.bases();
  }
  std::size_t size() const noexcept { return sizeof...(T); }
  branch_base &operator[](std::size_t index) noexcept { return *bases_[index]; }
  template <std::size_t I> auto &get() noexcept {
    return *static_cast<
                branch_slot<I, std::tuple_element_t<I, std::tuple<T...>>> &>(
                slots_)
                .value;
  }

private:
  std::tuple<task<T>...> work_;
  branch_slots<std::index_sequence_for<T...>, T...> slots_;
  std::array<branch_base *, sizeof...(T)> bases_{};
};

template <class T> class branch_range {
public:
  explicit branch_range(std::vector<task<T>> &&work) noexcept
      : work_(std::move(work)) {}

  void prepare(group &among, job &parent) {
    for (task<T> &each : work_)
      branches_.emplace_back(among, parent, std::move(each));
    work_.clear();
  }
  std::size_t size() const noexcept { return branches_.size(); }
  branch_base &operator[](std::size_t index) noexcept {
    return branches_[index];
  }
  branch<T> &get(std::size_t index) noexcept { return branches_[index]; }

private:
  std::vector<task<T>> work_;
  std::deque<branch<T>> branches_; ///< branches do not move
};

/// A group over \p Branches, awaited once. What derives from it says when it
/// stops them, and what it returns.
template <class Branches>
class COROLINT_MAY_SUSPEND branches_operation : public group {
public:
  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) {
    job &parent = *suspended.promise().owner;
    branches_.prepare(*this, parent);
    return begin(parent, suspended);
  }

protected:
  /// \p Work is what Branches is made from, in place.
  template <class... Work>
  explicit branches_operation(bool unstoppable, Work &&...work)
      : group(unstoppable), branches_(std::forward<Work>(work)...) {}
  ~branches_operation() = default;

  std::size_t branch_count() const noexcept final { return branches_.size(); }
  branch_base &branch_at(std::size_t index) noexcept final {
    return branches_[index];
  }

  Branches branches_;
};

} // namespace corolint::rt::detail

#endif
