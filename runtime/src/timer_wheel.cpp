#include "corolint/rt/detail/timer_wheel.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <bit>

namespace corolint::rt::detail {

void timer_wheel::insert(timer &added) noexcept {
  const tick due = added.due <= elapsed_            ? elapsed_ + 1
                   : added.due - elapsed_ > horizon ? elapsed_ + horizon
                                                    : added.due;
  // The highest group of six bits in which now and then differ.
  const unsigned level =
      static_cast<unsigned>((63 - std::countl_zero((elapsed_ ^ due) | 63)) / 6);
  const unsigned at = level < levels ? level : levels - 1;
  const unsigned slot = static_cast<unsigned>(due >> (6 * at)) & (slots - 1);
  added.level = static_cast<std::uint8_t>(at);
  added.slot = static_cast<std::uint8_t>(slot);
  timer *&first = slots_[at][slot];
  added.previous = nullptr;
  added.next = first;
  if (first)
    first->previous = &added;
  first = &added;
  occupied_[at] |= std::uint64_t{1} << slot;
  added.linked = true;
}

void timer_wheel::unlink(timer &removed) noexcept {
  timer *&first = slots_[removed.level][removed.slot];
  (removed.previous ? removed.previous->next : first) = removed.next;
  if (removed.next)
    removed.next->previous = removed.previous;
  if (!first)
    occupied_[removed.level] &= ~(std::uint64_t{1} << removed.slot);
  removed.linked = false;
}

/// When the first occupied slot comes up.
tick timer_wheel::earliest() const noexcept {
  for (unsigned level = 0; level != levels; ++level) {
    if (occupied_[level] == 0)
      continue;
    const unsigned shift = 6 * level;
    const unsigned here =
        static_cast<unsigned>(elapsed_ >> shift) & (slots - 1);
    // Slots at or before the hand belong to the next turn.
    const unsigned ahead = static_cast<unsigned>(std::countr_zero(
        std::rotr(occupied_[level], static_cast<int>((here + 1) % slots))));
    const tick base = elapsed_ >> shift;
    return (base + 1 + ahead) << shift;
  }
  return never;
}

void timer_wheel::advance(tick now) noexcept {
  if (next_due() > now)
    return;
  job *woken = nullptr;
  timer *stopping = nullptr;
  lock_.lock();
  for (tick at = earliest(); at <= now; at = earliest()) {
    elapsed_ = at;
    for (unsigned level = 0; level != levels; ++level) {
      // A slot of a level comes up when all lower digits are zero.
      if (level != 0 && (at & ((tick{1} << (6 * level)) - 1)) != 0)
        break;
      const unsigned slot =
          static_cast<unsigned>(at >> (6 * level)) & (slots - 1);
      timer *each = slots_[level][slot];
      slots_[level][slot] = nullptr;
      occupied_[level] &= ~(std::uint64_t{1} << slot);
      while (each) {
        timer *following = each->next;
        each->linked = false;
        if (each->due > at) {
          insert(*each);
        } else if (!each->waiter) {
          each->firing.store(true, std::memory_order_relaxed);
          each->next = stopping;
          stopping = each;
        } else if (each->target->claim(*each->waiter)) {
          each->target->next = woken;
          woken = each->target;
        }
        each = following;
      }
    }
  }
  if (elapsed_ < now && earliest() == never)
    elapsed_ = now;
  publish();
  lock_.unlock();
  while (woken) {
    job &each = *woken;
    woken = each.next;
    schedule(each);
  }
  while (stopping) {
    timer &each = *stopping;
    stopping = each.next;
    each.target->request_stop();
    each.firing.store(false, std::memory_order_release);
  }
}

} // namespace corolint::rt::detail
