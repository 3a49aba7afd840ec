// Memory in which something lies that a coroutine was lent.

#ifndef COROLINT_RT_SRC_CHECKED_LENT_MEMORY_HPP
#define COROLINT_RT_SRC_CHECKED_LENT_MEMORY_HPP

#include "corolint/rt/detail/observed/loans.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace corolint::rt::detail {

/// Loans by address, to be found when their memory is freed. Thread-safe. Who
/// frees something asks a bucket for each block of it, and most are empty.
class lent_memory {
public:
  void watch(loan &added) noexcept;
  void forget(loan &removed) noexcept;
  /// Marks what lies in it.
  void ends(std::uintptr_t first, std::size_t size, memory_of what) noexcept;

private:
  struct alignas(64) bucket {
    spin_lock lock;
    std::atomic<unsigned> count{0};
    loan *first = nullptr; ///< guarded

    void unlink(loan &removed) noexcept;
  };

  static constexpr std::size_t block = 256; ///< bytes
  static constexpr std::size_t buckets = 1024;

  bucket &of(std::uintptr_t address) noexcept {
    return buckets_[address / block % buckets];
  }

  std::array<bucket, buckets> buckets_;
};

inline constinit lent_memory all_lent_memory;

} // namespace corolint::rt::detail

#endif
