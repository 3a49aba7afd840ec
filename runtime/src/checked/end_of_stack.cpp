#include "end_of_stack.hpp"
#include <pthread.h>

namespace corolint::rt::detail {

std::uintptr_t end_of_stack() noexcept {
  static constinit thread_local std::uintptr_t end = 0;
  if (end != 0)
    return end;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0)
    return 0;
  void *lowest = nullptr;
  std::size_t size = 0;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  return end = reinterpret_cast<std::uintptr_t>(lowest) + size;
}

} // namespace corolint::rt::detail
