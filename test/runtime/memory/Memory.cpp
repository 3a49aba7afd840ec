#include "Memory.h"
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <malloc.h>
#include <new>

static std::atomic<std::int64_t> in_use;
static std::atomic<std::uint64_t> calls;

[[maybe_unused]] static void *allocate(std::size_t size,
                                       std::size_t alignment) {
  const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
  void *const memory = alignment <= alignof(std::max_align_t)
                           ? std::malloc(size)
                           : std::aligned_alloc(alignment, rounded);
  if (!memory)
    throw std::bad_alloc();
  in_use.fetch_add(static_cast<std::int64_t>(::malloc_usable_size(memory)),
                   std::memory_order_relaxed);
  calls.fetch_add(1, std::memory_order_relaxed);
  return memory;
}

[[maybe_unused]] static void release(void *memory) noexcept {
  if (!memory)
    return;
  in_use.fetch_sub(static_cast<std::int64_t>(::malloc_usable_size(memory)),
                   std::memory_order_relaxed);
  std::free(memory);
}

#if !COROLINT_TEST_OTHER_OPERATOR_NEW
// The other forms of the library call these.
void *operator new(std::size_t size) { return allocate(size, 1); }
void *operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, static_cast<std::size_t>(alignment));
}
void operator delete(void *memory) noexcept { release(memory); }
void operator delete(void *memory, std::size_t) noexcept { release(memory); }
void operator delete(void *memory, std::align_val_t) noexcept {
  release(memory);
}
void operator delete(void *memory, std::size_t, std::align_val_t) noexcept {
  release(memory);
}
// A sanitizer has these of its own, which would not come here.
void *operator new[](std::size_t size) { return allocate(size, 1); }
void operator delete[](void *memory) noexcept { release(memory); }
void operator delete[](void *memory, std::size_t) noexcept { release(memory); }
#endif

std::int64_t bytes_in_use() noexcept { return in_use; }
std::uint64_t allocations() noexcept { return calls; }

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}
