// A descriptor that is watched, shared by its handles and by the operations
// that use it.
//
// Closing wakes who waits, and no operation begins afterwards; the number is
// given back to the system when the last operation has left. So no operation
// ever meets a number that stands for something else by now.

#ifndef COROLINT_RT_DETAIL_IO_SOURCE_HPP
#define COROLINT_RT_DETAIL_IO_SOURCE_HPP

#include "corolint/rt/detail/readiness.hpp"
#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>

namespace corolint::rt::detail {

class io_source;

/// What a reactor shares with its sources, which may outlive it.
class source_home {
public:
  virtual ~source_home() = default;

  /// Stops to watch; \p source stays.
  virtual void forget(io_source &source) noexcept = 0;

  /// Deletes \p source, which is forgotten, once nobody can look at it.
  virtual void retire(io_source *source) noexcept = 0;
};

/// Thread-safe.
class io_source {
public:
  /// With one handle. Owns \p number.
  io_source(int number, std::shared_ptr<source_home> home) noexcept
      : number(number), home_(std::move(home)) {}
  io_source(const io_source &) = delete;

  /// One more operation uses the descriptor, up to leave(). False: it is
  /// closed.
  bool enter() noexcept;
  void leave() noexcept;

  /// Ends what waits; operations that are under way see it at is_closed().
  void close() noexcept;
  bool is_closed() const noexcept {
    return (users_.load(std::memory_order_acquire) & closing) != 0;
  }

  /// Handles, of which the last one closes.
  void add_handle() noexcept {
    handles_.fetch_add(1, std::memory_order_relaxed);
  }
  void drop_handle() noexcept;

  readiness reading;
  readiness writing;
  const int number;
  io_source *next = nullptr; ///< among the retired ones

private:
  static constexpr std::uint32_t closing = std::uint32_t{1} << 31;

  /// Of the two, the last handle and the last use, the second one deletes.
  void let_go() noexcept;

  std::shared_ptr<source_home> home_;
  std::atomic<std::uint32_t> users_{1}; ///< operations, and one while open
  std::atomic<std::uint32_t> handles_{1};
  std::atomic<bool> half_gone_{false};
};

/// Keeps a descriptor open for an operation. Empty if it was closed before.
class io_use {
public:
  explicit io_use(io_source *source) noexcept
      : source_(source && source->enter() ? source : nullptr) {}
  io_use(io_use &&other) noexcept
      : source_(std::exchange(other.source_, nullptr)) {}
  ~io_use() {
    if (source_)
      source_->leave();
  }

  explicit operator bool() const noexcept { return source_ != nullptr; }
  io_source *operator->() const noexcept { return source_; }
  io_source &operator*() const noexcept { return *source_; }

private:
  io_source *source_;
};

} // namespace corolint::rt::detail

#endif
