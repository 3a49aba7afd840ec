// Values that follow a task into everything that it awaits and starts.

#ifndef COROLINT_RT_TASK_LOCAL_HPP
#define COROLINT_RT_TASK_LOCAL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/detail/locals.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/task.hpp"
#include <utility>

namespace corolint::rt {

namespace detail {

template <class V> class local_value final : public local_binding {
public:
  template <class From>
  local_value(const void *key, local_binding *outer, From &&from)
      : local_binding(key, outer), value(std::forward<From>(from)) {}

  const V value;
};

template <class V, class T>
class [[nodiscard]] COROLINT_MUST_AWAIT with_local_operation final
    : public branches_operation<branch_pack<T>> {
public:
  with_local_operation(const void *key, V value, task<T> &&work)
      : branches_operation<branch_pack<T>>(false, std::move(work)), key_(key),
        value_(std::move(value)) {}

  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) {
    job &parent = *suspended.promise().owner;
    this->branches_.prepare(*this, parent);
    job &child = this->branches_[0];
    // The new front of the list takes over the child's share of the rest.
    child.locals = new local_value<V>(key_, child.locals, std::move(value_));
    return this->begin(parent, suspended);
  }
  T await_resume() { return this->branches_.template get<0>().result().take(); }

private:
  void branch_ended(branch_base &) noexcept final {}

  const void *key_;
  V value_;
};

} // namespace detail

/// A variable of which each task sees the value that was set for it: by who
/// awaits it, or spawned it, or joined it, however far out. The object itself
/// is the key, and usually a global. Values do not change; they are shared by
/// all threads that read them. Thread-safe.
template <class V> class task_local {
public:
  constexpr task_local() = default;
  task_local(const task_local &) = delete;
  task_local &operator=(const task_local &) = delete;

  /// Runs \p work, and all that it starts, with \p value.
  template <class T>
  detail::with_local_operation<V, T>
  with(V value, COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work) const {
    return detail::with_local_operation<V, T>(this, std::move(value),
                                              std::move(work));
  }

  /// The value of the task that calls, or null if none was set, or outside of
  /// tasks. Valid until that task ends.
  COROLINT_NONBLOCKING const V *get() const noexcept {
    const detail::worker *here = detail::this_worker;
    if (!here || !here->current)
      return nullptr;
    for (const detail::local_binding *each = here->current->locals; each;
         each = each->outer)
      if (each->key == this)
        return &static_cast<const detail::local_value<V> *>(each)->value;
    return nullptr;
  }

  /// The value of the task that calls, or \p otherwise.
  COROLINT_NONBLOCKING V get_or(V otherwise) const {
    const V *set = get();
    return set ? *set : std::move(otherwise);
  }
};

} // namespace corolint::rt

#endif
