// Memory of coroutine frames, kept by the thread that freed it.
//
// Of the instructions that it takes to await a child, more than half are
// malloc's and free's; a list per size and thread leaves a handful. What one
// thread frees and another one needs goes from list to list in batches. Frames
// of one size are cut from slabs, without a header each; a slab of which all
// frames have come back is freed. Under a sanitizer every frame is an
// allocation of its own, so that it can be watched.

#ifndef COROLINT_RT_DETAIL_FRAME_POOL_HPP
#define COROLINT_RT_DETAIL_FRAME_POOL_HPP

#include "corolint/rt/detail/observed.hpp"
#include <array>
#include <cstddef>
#include <cstdint>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define COROLINT_RT_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define COROLINT_RT_SANITIZED 1
#endif
#endif
#ifndef COROLINT_RT_SANITIZED
#define COROLINT_RT_SANITIZED 0
#endif

namespace corolint::rt::detail {

struct frame_cache {
  static constexpr std::size_t step = 16;     ///< bytes between two sizes
  static constexpr std::size_t sizes = 64;    ///< up to 1 KiB
  static constexpr std::uint32_t most = 512;  ///< frames of one size
  static constexpr std::uint32_t batch = 128; ///< from thread to thread

  static constexpr std::size_t index_of(std::size_t size) noexcept {
    return (size - 1) / step;
  }

  struct list {
    void *first = nullptr;
    std::uint32_t count = 0;

    void push(void *frame) noexcept {
      *static_cast<void **>(frame) = first;
      first = frame;
      ++count;
    }
    /// Not if it is empty.
    void *pop() noexcept {
      void *const frame = first;
      first = *static_cast<void **>(frame);
      --count;
      return frame;
    }
  };
  std::array<list, sizes> lists{};
  bool closed = false; ///< the thread is ending: keep nothing
};

inline constinit thread_local frame_cache this_frame_cache{};

/// What the lists of this thread cannot serve.
void *allocate_frame_slowly(std::size_t size);
void release_frame_slowly(void *frame, std::size_t size) noexcept;

inline void *allocate_frame(std::size_t size) {
  if constexpr (!COROLINT_RT_SANITIZED) {
    const std::size_t at = frame_cache::index_of(size);
    if (at < frame_cache::sizes) {
      frame_cache::list &list = this_frame_cache.lists[at];
      if (list.first) [[likely]]
        return list.pop();
    }
  }
  return allocate_frame_slowly(size);
}

/// \p size is the one that \p frame was allocated with.
inline void release_frame(void *frame, std::size_t size) noexcept {
  if constexpr (!COROLINT_RT_SANITIZED) {
    const std::size_t at = frame_cache::index_of(size);
    if (at < frame_cache::sizes) {
      frame_cache::list &list = this_frame_cache.lists[at];
      // An empty list may be a thread's first: it has to be told of its end.
      if (list.first && list.count < frame_cache::most) [[likely]] {
        list.push(frame);
        return;
      }
    }
  }
  release_frame_slowly(frame, size);
}

/// Frames from slabs that are in use, or kept by a thread for its next ones. A
/// thread that has ended keeps none. Thread-safe; for tests.
std::size_t frames_out() noexcept;

/// Base of promises and other short-lived objects: from the pool.
struct pooled {
  static void *operator new(std::size_t size) { return allocate_frame(size); }
  static void operator delete(void *frame, std::size_t size) noexcept {
    memory_ends(frame, size, memory_of::frame);
    release_frame(frame, size);
  }
};

} // namespace corolint::rt::detail

#endif
