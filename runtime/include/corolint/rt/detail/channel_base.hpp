// What bounded and unbounded channels have in common: who waits, and closing.

#ifndef COROLINT_RT_DETAIL_CHANNEL_BASE_HPP
#define COROLINT_RT_DETAIL_CHANNEL_BASE_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/channel_ends.hpp"
#include "corolint/rt/detail/frame_pool.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <cstddef>
#include <mutex>
#include <type_traits>

namespace corolint::rt::detail {

struct not_pooled {};

/// Base of small objects that hold a \p T: from the pool if it can align it.
template <class T>
using pooled_for =
    std::conditional_t<(alignof(T) > __STDCPP_DEFAULT_NEW_ALIGNMENT__),
                       not_pooled, pooled>;

class channel_base : public channel_sides {
public:
  /// From now on nothing is taken in. Wakes everybody.
  void close() noexcept;

  bool is_closed() noexcept {
    const std::lock_guard held(lock);
    return closed;
  }

  spin_lock lock; ///< guards all of the channel but its handles
  bool closed = false;
  waiter_list senders;   ///< wait only while the channel is full
  waiter_list receivers; ///< wait only while it is empty
};

/// One handle of a channel that both sides can close.
template <class Core, side Side>
class closing_end : public channel_end<Core, Side> {
public:
  closing_end() = default;

  /// Nothing is sent from now on; what was can still be received. Wakes all who
  /// wait.
  COROLINT_NONBLOCKING void close() const noexcept {
    if (this->core_)
      this->core_->close();
  }
  bool is_closed() const noexcept {
    return !this->core_ || this->core_->is_closed();
  }

protected:
  using channel_end<Core, Side>::channel_end;
};

/// One that receives.
template <class Core>
class receiving_end : public closing_end<Core, side::receiving> {
public:
  receiving_end() = default;

  /// How many values can be received at once.
  std::size_t size() const noexcept {
    return this->core_ ? this->core_->size() : 0;
  }

protected:
  using closing_end<Core, side::receiving>::closing_end;
};

} // namespace corolint::rt::detail

#endif
