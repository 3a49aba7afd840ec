// All jobs that live, of all runtimes of the program.

#ifndef COROLINT_RT_SRC_CHECKED_REGISTRY_HPP
#define COROLINT_RT_SRC_CHECKED_REGISTRY_HPP

#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <array>
#include <atomic>
#include <cstddef>
#include <mutex>
#include <new>

namespace corolint::rt::detail {

/// Thread-safe. In parts, so that threads that make jobs seldom meet.
class job_registry {
public:
  static job_registry &all() noexcept;

  void insert(observed_job &added) noexcept;
  void erase(observed_job &removed) noexcept;

  /// How many there are.
  std::size_t count() noexcept {
    std::size_t all = 0;
    for (part &each : parts_) {
      const std::lock_guard held(each.lock);
      all += each.count;
    }
    return all;
  }

  /// Calls \p look with each. None of them begins or ends meanwhile; what they
  /// say of their coroutines can change unless their workers stand still.
  template <class F> void for_each(F look) {
    for_each_until([&](const observed_job &each) {
      look(each);
      return false;
    });
  }
  /// The same, until \p look returns true.
  template <class F> void for_each_until(F look) {
    for (part &each : parts_) {
      const std::lock_guard held(each.lock);
      for (observed_job *at = each.first; at; at = at->next_)
        if (look(*at))
          return;
    }
  }

private:
  struct alignas(64) part {
    spin_lock lock;
    observed_job *first = nullptr;
    unsigned inserted = 0;
    std::size_t count = 0;
  };

  static constexpr unsigned part_count = 16; ///< 4 bits of number()
  std::array<part, part_count> parts_;
  std::atomic<unsigned> next_part_{0};
};

} // namespace corolint::rt::detail

#endif
