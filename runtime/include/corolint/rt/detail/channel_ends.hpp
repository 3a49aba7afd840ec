// The two sides of a channel, each with any number of handles.

#ifndef COROLINT_RT_DETAIL_CHANNEL_ENDS_HPP
#define COROLINT_RT_DETAIL_CHANNEL_ENDS_HPP

#include <atomic>
#include <cstddef>
#include <utility>

namespace corolint::rt::detail {

enum class side : unsigned char { sending, receiving };

/// Counts the handles of both sides, of which the first two exist from the
/// beginning. Base of what they share.
class channel_sides {
public:
  /// One handle more, made by somebody who has one of either side.
  void add(side which) noexcept {
    if (handles(which).fetch_add(1, std::memory_order_relaxed) == 0)
      sides_.fetch_add(1, std::memory_order_relaxed);
  }
  /// One handle less. True if it was the last one of its side: that side has to
  /// leave() next.
  bool remove(side which) noexcept {
    return handles(which).fetch_sub(1, std::memory_order_acq_rel) == 1;
  }
  /// True if the other side has left, too: nobody knows the channel any more.
  bool leave() noexcept {
    return sides_.fetch_sub(1, std::memory_order_acq_rel) == 1;
  }
  std::size_t count(side which) noexcept {
    return handles(which).load(std::memory_order_acquire);
  }

private:
  std::atomic<std::size_t> &handles(side which) noexcept {
    return which == side::sending ? senders_ : receivers_;
  }

  std::atomic<std::size_t> senders_{1};
  std::atomic<std::size_t> receivers_{1};
  std::atomic<unsigned> sides_{2};
};

/// One handle: copies share the channel, the last one of a side tells it by
/// `Core::side_has_gone(side)`. Moved from it is empty, as if of a closed
/// channel.
template <class Core, side Side> class channel_end {
public:
  channel_end() = default;
  channel_end(const channel_end &other) noexcept : core_(other.core_) {
    if (core_)
      core_->add(Side);
  }
  channel_end(channel_end &&other) noexcept
      : core_(std::exchange(other.core_, nullptr)) {}
  channel_end &operator=(channel_end other) noexcept {
    std::swap(core_, other.core_);
    return *this;
  }
  ~channel_end() {
    if (!core_ || !core_->remove(Side))
      return;
    core_->side_has_gone(Side);
    if (core_->leave())
      delete core_;
  }

protected:
  /// Takes over a handle that has been counted.
  explicit channel_end(Core &core) noexcept : core_(&core) {}

  Core *core_ = nullptr;
};

} // namespace corolint::rt::detail

#endif
