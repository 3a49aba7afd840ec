// The standard library's deallocation functions, which everything else that
// frees objects ends in. Weak: a program that has its own keeps them.

#include "corolint/rt/detail/observed.hpp"
#include <cstddef>
#include <cstdlib>
#include <malloc.h>
#include <new>

using namespace corolint::rt::detail;

static void free_memory(void *memory) noexcept {
  if (memory)
    memory_ends(memory, malloc_usable_size(memory), memory_of::objects);
  std::free(memory);
}

[[gnu::weak]] void operator delete(void *memory) noexcept {
  free_memory(memory);
}

[[gnu::weak]] void operator delete(void *memory, std::size_t) noexcept {
  free_memory(memory);
}

[[gnu::weak]] void operator delete(void *memory, std::align_val_t) noexcept {
  free_memory(memory);
}

[[gnu::weak]] void operator delete(void *memory, std::size_t,
                                   std::align_val_t) noexcept {
  free_memory(memory);
}
