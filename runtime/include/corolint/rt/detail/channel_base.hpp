// What bounded and unbounded channels have in common: who waits, and closing.

#ifndef COROLINT_RT_DETAIL_CHANNEL_BASE_HPP
#define COROLINT_RT_DETAIL_CHANNEL_BASE_HPP

#include "corolint/rt/detail/channel_ends.hpp"
#include "corolint/rt/detail/frame_pool.hpp"
#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
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

} // namespace corolint::rt::detail

#endif
