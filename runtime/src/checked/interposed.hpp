// What the interposed functions of libc ask and tell. Two products answer: the
// checked runtime, whose workers run tasks, and the library that is preloaded
// into any program, whose event loops it looks for.

#ifndef COROLINT_RT_SRC_CHECKED_INTERPOSED_HPP
#define COROLINT_RT_SRC_CHECKED_INTERPOSED_HPP

struct pollfd;

namespace corolint::rt::detail {

class call_stack;

/// True if the calling thread must not block now.
bool must_not_block() noexcept;

/// It is about to block in \p function of libc, which lets go of \p lock
/// meanwhile. Only if it must not.
void blocks(const char *function, const void *lock = nullptr) noexcept;

/// It has waited in \p function, at \p from, for a lock that another thread
/// held, for so many milliseconds. Only if it must not, and when it holds none
/// of the locks any more.
void waited_for_lock(const char *function, long long milliseconds,
                     const call_stack &from) noexcept;

/// True if locks are to be told of. Asked before each.
bool follows_locks() noexcept;
/// The calling thread holds \p lock, or holds it once more.
void locked(const void *lock) noexcept;
/// It is about to let it go.
void unlocks(const void *lock) noexcept;
/// True if it holds one of those.
bool holds_locks() noexcept;

/// The thread is about to look for the events of a loop in \p function, and to
/// wait for them if \p waits; and comes back from it.
void looks_for_events(const char *function, bool waits) noexcept;
void has_events() noexcept;
/// True if poll() with these descriptors looks for the events of a loop.
bool is_loop(const pollfd *watched, unsigned long count) noexcept;

} // namespace corolint::rt::detail

#endif
