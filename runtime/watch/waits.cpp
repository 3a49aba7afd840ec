// The waits of loops, which give them away.

#include "interposed.hpp"
#include "locks.hpp"
#include "loop.hpp"
#include <algorithm>
#include <cstdio>
#include <poll.h>
#include <span>
#include <string_view>
#include <unistd.h>

namespace corolint::rt::detail {

void looks_for_events(const char *, bool waits) noexcept {
  watched_thread &here = this_thread;
  if (here.reports)
    return;
  loop *const own = become_loop();
  if (!own)
    return;
  const reporting quiet;
  own->has_events = true;
  report_held_locks(*own);
  // Most wait always at the same place, which is seen without a look at the
  // whole stack.
  const void *const at = __builtin_frame_address(0);
  if (here.waits_at == at) {
    own->turns_again(waits);
    return;
  }
  here.waits_at = at;
  own->turns(call_stack::here(), waits);
}

void has_events() noexcept {
  if (!this_thread.reports && this_thread.own)
    this_thread.own->goes_on();
}

/// True if \p descriptor can be made ready by another thread, and is made for
/// nothing else.
static bool is_wake_up(int descriptor) noexcept {
  char link[48];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  char target[32];
  const ssize_t size = readlink(link, target, sizeof target);
  return size > 0 && std::string_view(target, static_cast<std::size_t>(size)) ==
                         "anon_inode:[eventfd]";
}

// Loops that use poll() have a descriptor among the others by which they are
// woken. Who waits for an answer has none.
bool is_loop(const pollfd *watched, unsigned long count) noexcept {
  watched_thread &here = this_thread;
  if (here.reports || here.is_over || !settings())
    return false;
  const reporting quiet;
  const std::span all(watched, watched ? count : 0);
  const auto known = [&here](const pollfd &each) {
    return each.fd == here.wakes;
  };
  if (here.wakes != -1 && std::any_of(all.begin(), all.end(), known))
    return true;
  const auto found =
      std::find_if(all.begin(), all.end(), [](const pollfd &each) {
        return (each.events & POLLIN) && each.fd >= 0 && is_wake_up(each.fd);
      });
  if (found == all.end())
    return false;
  here.wakes = found->fd;
  return true;
}

} // namespace corolint::rt::detail
