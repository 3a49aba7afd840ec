#include "lent_memory.hpp"
#include "corolint/rt/detail/observed/attention.hpp"
#include <algorithm>
#include <mutex>

namespace corolint::rt::detail {

void lent_memory::bucket::unlink(loan &removed) noexcept {
  (removed.previous_ ? removed.previous_->next_ : first) = removed.next_;
  if (removed.next_)
    removed.next_->previous_ = removed.previous_;
  removed.is_listed_ = false;
  count.fetch_sub(1, std::memory_order_relaxed);
  watched_loans.fetch_sub(1, std::memory_order_relaxed);
}

void lent_memory::watch(loan &added) noexcept {
  bucket &home = of(added.address_);
  const std::lock_guard held(home.lock);
  added.is_watched_ = added.is_listed_ = true;
  added.lies_in_.store(loan::place::memory, std::memory_order_relaxed);
  added.next_ = home.first;
  if (home.first)
    home.first->previous_ = &added;
  home.first = &added;
  home.count.fetch_add(1, std::memory_order_relaxed);
  watched_loans.fetch_add(1, std::memory_order_relaxed);
}

void lent_memory::forget(loan &removed) noexcept {
  bucket &home = of(removed.address_);
  const std::lock_guard held(home.lock);
  if (removed.is_listed_)
    home.unlink(removed);
  else if (removed.lies_in_.load(std::memory_order_relaxed) !=
           loan::place::unknown)
    attention.fetch_sub(loan_ended, std::memory_order_relaxed);
  removed.lies_in_.store(loan::place::unknown, std::memory_order_relaxed);
}

void lent_memory::ends(std::uintptr_t first, std::size_t size,
                       memory_of what) noexcept {
  const loan::place becomes =
      what == memory_of::frame ? loan::place::ended_frame : loan::place::freed;
  const std::uintptr_t last = first + size - 1;
  const std::size_t blocks =
      std::min<std::size_t>(last / block - first / block + 1, buckets);
  for (std::size_t at = 0; at != blocks; ++at) {
    bucket &home = of(first + at * block);
    if (home.count.load(std::memory_order_relaxed) == 0)
      continue;
    const std::lock_guard held(home.lock);
    for (loan *each = home.first; each;) {
      loan *const next = each->next_;
      if (each->address_ >= first && each->address_ <= last) {
        home.unlink(*each);
        each->lies_in_.store(becomes, std::memory_order_release);
        attention.fetch_add(loan_ended, std::memory_order_relaxed);
      }
      each = next;
    }
  }
}

void memory_with_loans_ends(const void *first, std::size_t size,
                            memory_of what) noexcept {
  if (size != 0)
    all_lent_memory.ends(reinterpret_cast<std::uintptr_t>(first), size, what);
}

void loan::forget_memory() noexcept { all_lent_memory.forget(*this); }

void loan::forget() noexcept {
  if (is_watched_)
    forget_memory();
  else
    lies_in_.store(place::unknown, std::memory_order_relaxed);
}

} // namespace corolint::rt::detail
