// A program that brings its own memory, behind a mutex, as jemalloc does: the
// first call of malloc() may be made by the library, and locks.

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace {

alignas(std::max_align_t) std::array<std::byte, 1 << 26> arena;
std::size_t used = 0; // guarded
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/// With the size in front.
void *take(std::size_t size) noexcept {
  constexpr std::size_t unit = alignof(std::max_align_t);
  const std::size_t room = (size + unit - 1) / unit * unit + unit;
  if (pthread_mutex_trylock(&lock) != 0)
    pthread_mutex_lock(&lock);
  std::byte *const block = used + room <= arena.size() ? &arena[used] : nullptr;
  used += block ? room : 0;
  pthread_mutex_unlock(&lock);
  if (!block)
    return nullptr;
  std::memcpy(block, &size, sizeof size);
  return block + unit;
}

} // namespace

extern "C" void *malloc(std::size_t size) noexcept { return take(size); }

extern "C" void free(void *) noexcept {}

extern "C" void *calloc(std::size_t count, std::size_t size) noexcept {
  return take(count * size); // the arena is zero, and no block is used twice
}

extern "C" void *realloc(void *block, std::size_t size) noexcept {
  void *const fresh = take(size);
  if (block && fresh) {
    std::size_t before = 0;
    std::memcpy(&before,
                static_cast<std::byte *>(block) - alignof(std::max_align_t),
                sizeof before);
    std::memcpy(fresh, block, before < size ? before : size);
  }
  return fresh;
}

/// Another thread is slow with the lock of the allocator: nothing that the loop
/// could do otherwise, and its report needs memory.
static void allocates_late() {
  std::atomic<bool> is_held = false;
  std::thread other([&is_held] {
    pthread_mutex_lock(&lock);
    is_held = true;
    usleep(30'000);
    pthread_mutex_unlock(&lock);
  });
  while (!is_held)
    continue;
  delete new int;
  other.detach();
}

static void handle_slowly() {
  usleep(1000); // expect: coro-blocking-call
}

int main() {
  const int poller = epoll_create1(0);
  const int wakes = eventfd(1, 0);
  epoll_event asked{.events = EPOLLIN, .data = {.fd = wakes}};
  epoll_ctl(poller, EPOLL_CTL_ADD, wakes, &asked);
  for (int round = 0; round != 3; ++round) {
    epoll_event seen{};
    if (epoll_wait(poller, &seen, 1, -1) != 1)
      return 1;
    handle_slowly();
    allocates_late();
  }
}
