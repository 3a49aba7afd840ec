#include "corolint/rt/detail/frame_pool.hpp"
#include <new>

namespace corolint::rt::detail {

namespace {

constexpr std::size_t rounded(std::size_t size) {
  return (size + frame_cache::step - 1) / frame_cache::step * frame_cache::step;
}

/// Gives back what a thread kept, when it ends. What is freed later, by
/// destructors that run after this one, is not kept any more.
struct cache_end {
  ~cache_end() {
    frame_cache &cache = this_frame_cache;
    cache.closed = true;
    for (frame_cache::list &list : cache.lists)
      while (void *frame = list.first) {
        list.first = *static_cast<void **>(frame);
        ::operator delete(frame);
      }
  }
  void watch() const noexcept {}
};
thread_local const cache_end this_cache_end;

} // namespace

void *allocate_frame_slowly(std::size_t size) {
  return ::operator new(COROLINT_RT_SANITIZED ? size : rounded(size));
}

void release_frame_slowly(void *frame, std::size_t size) noexcept {
  if constexpr (!COROLINT_RT_SANITIZED) {
    frame_cache &cache = this_frame_cache;
    const std::size_t at = (size - 1) / frame_cache::step;
    if (at < frame_cache::sizes && !cache.closed && !cache.lists[at].first) {
      this_cache_end.watch();
      *static_cast<void **>(frame) = nullptr;
      cache.lists[at] = {frame, 1};
      return;
    }
  }
  ::operator delete(frame);
}

} // namespace corolint::rt::detail
