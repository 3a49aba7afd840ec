// Values that belong to a task and to all that it starts: a list that grows at
// its front and is shared behind it.

#ifndef COROLINT_RT_DETAIL_LOCALS_HPP
#define COROLINT_RT_DETAIL_LOCALS_HPP

#include <atomic>
#include <cstdint>

namespace corolint::rt::detail {

struct local_binding {
  local_binding(const void *key, local_binding *outer) noexcept
      : key(key), outer(outer) {}
  local_binding(const local_binding &) = delete;

  /// Adds an owner. Returns \p binding, which may be null.
  static local_binding *share(local_binding *binding) noexcept {
    if (binding)
      binding->owners.fetch_add(1, std::memory_order_relaxed);
    return binding;
  }

  /// Takes an owner away, and destroys what has none left.
  static void release(local_binding *binding) noexcept {
    while (binding &&
           binding->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) {
      local_binding *const outer = binding->outer;
      delete binding;
      binding = outer;
    }
  }

  const void *key;      ///< the task_local
  local_binding *outer; ///< owned
  std::atomic<std::uint32_t> owners{1};

protected:
  virtual ~local_binding() = default;
};

} // namespace corolint::rt::detail

#endif
