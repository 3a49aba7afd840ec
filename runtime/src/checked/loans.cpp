#include "corolint/rt/detail/observed/loans.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "lent_memory.hpp"
#include "stack_bounds.hpp"
#include "thread_stack.hpp"
#include <algorithm>
#include <functional>
#include <span>

namespace corolint::rt::detail {

/// Ends of the data of the program; of the linker.
extern "C" [[gnu::weak]] const char __data_start, _end;

/// True for objects of the program that live for ever.
static bool is_static(std::uintptr_t address) noexcept {
  return address >= reinterpret_cast<std::uintptr_t>(&__data_start) &&
         address < reinterpret_cast<std::uintptr_t>(&_end);
}

/// True if \p address lies in a frame on the stack of the calling thread. False
/// on stacks that programs make themselves.
static bool is_on_this_stack(std::uintptr_t address) noexcept {
  const auto here =
      reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  const stack_bounds stack = this_stack();
  return here >= stack.lowest && address >= here && address < stack.end;
}

bool was_lent_locals(observed_frame &frame) noexcept {
  const cargo &takes = *frame.takes();
  if (!takes.loans)
    return false;
  const std::span<loan> loans = takes.loans(frame);
  return std::any_of(loans.begin(), loans.end(),
                     [](const loan &each) { return each.is_on_stack(); });
}

void loan::take(const void *lent, bool outlives_memory) noexcept {
  address_ = reinterpret_cast<std::uintptr_t>(lent);
  if (!lent || is_static(address_))
    return;
  if (!is_on_this_stack(address_)) {
    if (!outlives_memory)
      all_lent_memory.watch(*this);
    return;
  }
  thread_stack &mine = thread_stack::mine();
  const std::uintptr_t waits_at = mine.waits_at.load(std::memory_order_relaxed);
  const worker *const here = this_worker;
  place where = place::stack;
  if (here && here->current && (waits_at == 0 || address_ < waits_at)) {
    of_ = &here->home;
    which_ = here->index;
    run_ = here->feel().jobs;
    where = place::run;
  } else {
    of_ = &mine;
    which_ = mine.generation.load(std::memory_order_relaxed);
  }
  lies_in_.store(where, std::memory_order_relaxed);
  // Who makes the coroutine will await it, as a rule. If it is spawned, the new
  // job asks.
  if (here && here->current)
    here->current->set_has_loans();
}

bool loan::is_gone(const scheduler &home) const noexcept {
  switch (lies_in_.load(std::memory_order_acquire)) {
  case place::unknown:
  case place::memory:
    return false;
  case place::freed:
  case place::ended_frame:
    return true;
  case place::run:
    // Of another runtime: it may have ended, nobody can be asked.
    return of_ == &home && home.jobs_taken_by(which_) != run_;
  case place::stack:
    break;
  }
  const auto &stack = *static_cast<const thread_stack *>(of_);
  const std::uintptr_t waits_at =
      stack.waits_at.load(std::memory_order_acquire);
  return stack.generation.load(std::memory_order_acquire) != which_ ||
         (waits_at != 0 && address_ < waits_at);
}

/// Of what a frame refers to on the stack, the only thing that can be a
/// closure.
const void *find_closure(const void *promise, std::size_t size,
                         std::size_t alignment) noexcept {
  const auto *at = static_cast<const std::uintptr_t *>(last_cleared.at);
  const std::uintptr_t *const end = at + last_cleared.size / sizeof(*at);
  const std::less<const void *> before;
  if (before(promise, at) || !before(promise, end))
    return nullptr; // to copy the parameters has made another coroutine
  std::uintptr_t found = 0;
  for (; at != end; ++at) {
    if (*at % alignment != 0 || !is_on_this_stack(*at) ||
        *at + size > this_stack().end || *at == found)
      continue;
    if (found != 0)
      return nullptr;
    found = *at;
  }
  return reinterpret_cast<const void *>(found);
}

} // namespace corolint::rt::detail
