#include "corolint/rt/detail/frame_pool.hpp"
#include <mutex>
#include <new>
#include <sys/mman.h>

namespace corolint::rt::detail {

namespace {

constexpr std::size_t slab_size = 64 * 1024;

/// A piece of memory that is cut into frames of one size. Aligned to its size,
/// so that a frame finds it.
struct slab {
  slab *previous = nullptr;
  slab *next = nullptr;
  void *free = nullptr;             ///< frames that came back
  std::uint32_t cut = sizeof(slab); ///< bytes that have been frames
  std::uint32_t used = 0;           ///< frames that are out

  static slab &of(void *frame) noexcept {
    return *reinterpret_cast<slab *>(reinterpret_cast<std::uintptr_t>(frame) &
                                     ~(slab_size - 1));
  }
  static slab *make() { return ::new (map_aligned()) slab; }
  static void destroy(slab *empty) noexcept { ::munmap(empty, slab_size); }

private:
  static char *map(std::size_t size) {
    void *const mapped = ::mmap(nullptr, size, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED)
      throw std::bad_alloc();
    return static_cast<char *>(mapped);
  }
  static char *map_aligned() {
    const auto beyond = [](char *at) {
      return reinterpret_cast<std::uintptr_t>(at) % slab_size;
    };
    char *at = map(slab_size);
    if (beyond(at) == 0)
      return at; // usual, since the kernel puts one beside the other
    ::munmap(at, slab_size);
    at = map(2 * slab_size);
    const std::size_t before = slab_size - beyond(at);
    ::munmap(at, before);
    if (before != slab_size)
      ::munmap(at + before + slab_size, slab_size - before);
    return at + before;
  }
};
static_assert(sizeof(slab) % frame_cache::step == 0);

/// The frames of one size that no thread keeps.
class depot {
public:
  /// Gives \p into up to a batch of frames, one at least.
  void take(frame_cache::list &into, std::size_t frame_size) {
    std::unique_lock held(lock_);
    if (!with_room_) {
      held.unlock();
      slab *const added = slab::make();
      held.lock();
      link(*added);
    }
    slab &from = *with_room_;
    while (has_room(from, frame_size) && into.count != frame_cache::batch) {
      void *frame = from.free;
      if (frame) {
        from.free = *static_cast<void **>(frame);
      } else {
        frame = reinterpret_cast<char *>(&from) + from.cut;
        from.cut += static_cast<std::uint32_t>(frame_size);
      }
      ++from.used;
      ++out_;
      into.push(frame);
    }
    if (!has_room(from, frame_size))
      unlink(from);
  }

  /// Takes frames back until \p from has \p left of them.
  void put(frame_cache::list &from, std::uint32_t left,
           std::size_t frame_size) noexcept {
    slab *unused = nullptr;
    {
      const std::lock_guard held(lock_);
      while (from.count != left) {
        void *const frame = from.pop();
        slab &home = slab::of(frame);
        if (!has_room(home, frame_size))
          link(home);
        *static_cast<void **>(frame) = home.free;
        home.free = frame;
        --out_;
        // One stays: the next frame would only ask for it again.
        if (--home.used == 0 && (home.previous || home.next)) {
          unlink(home);
          home.next = unused;
          unused = &home;
        }
      }
    }
    while (slab *each = unused) {
      unused = each->next;
      slab::destroy(each);
    }
  }

  /// Frames that were taken and not put back.
  std::size_t out() noexcept {
    const std::lock_guard held(lock_);
    return out_;
  }

private:
  static bool has_room(const slab &of, std::size_t frame_size) noexcept {
    return of.free || of.cut + frame_size <= slab_size;
  }
  void link(slab &added) noexcept {
    added.previous = nullptr;
    added.next = with_room_;
    if (with_room_)
      with_room_->previous = &added;
    with_room_ = &added;
  }
  void unlink(slab &removed) noexcept {
    (removed.previous ? removed.previous->next : with_room_) = removed.next;
    if (removed.next)
      removed.next->previous = removed.previous;
    removed.previous = removed.next = nullptr;
  }

  std::mutex lock_;
  slab *with_room_ = nullptr;
  std::size_t out_ = 0;
};

/// Never destroyed: threads may end after it.
constinit std::array<depot, frame_cache::sizes> depots;

constexpr std::size_t size_at(std::size_t at) {
  return (at + 1) * frame_cache::step;
}

/// Gives back what a thread kept, when it ends. What is freed later, by
/// destructors that run after this one, is not kept any more.
struct cache_end {
  ~cache_end() {
    frame_cache &cache = this_frame_cache;
    cache.closed = true;
    for (std::size_t at = 0; at != frame_cache::sizes; ++at)
      if (cache.lists[at].first)
        depots[at].put(cache.lists[at], 0, size_at(at));
  }
  void watch() const noexcept {}
};
thread_local const cache_end this_cache_end;

} // namespace

void *allocate_frame_slowly(std::size_t size) {
  const std::size_t at = frame_cache::index_of(size);
  if (COROLINT_RT_SANITIZED || at >= frame_cache::sizes)
    return ::operator new(size);
  frame_cache &cache = this_frame_cache;
  frame_cache::list &list = cache.lists[at];
  depots[at].take(list, size_at(at));
  void *const frame = list.pop();
  if (cache.closed)
    depots[at].put(list, 0, size_at(at));
  else
    this_cache_end.watch();
  return frame;
}

void release_frame_slowly(void *frame, std::size_t size) noexcept {
  const std::size_t at = frame_cache::index_of(size);
  if (COROLINT_RT_SANITIZED || at >= frame_cache::sizes) {
    ::operator delete(frame);
    return;
  }
  frame_cache &cache = this_frame_cache;
  frame_cache::list &list = cache.lists[at];
  list.push(frame);
  if (cache.closed) {
    depots[at].put(list, 0, size_at(at));
    return;
  }
  this_cache_end.watch();
  if (list.count > frame_cache::most)
    depots[at].put(list, list.count - frame_cache::batch, size_at(at));
}

std::size_t frames_out() noexcept {
  std::size_t all = 0;
  for (depot &each : depots)
    all += each.out();
  return all;
}

} // namespace corolint::rt::detail
