// Functions of libc that block or lock, under their own names: what the program
// and its shared libraries call comes here first.
//
// Each asks whether it matters, which costs a look at a variable of the thread,
// and calls the function that it stands for. What cannot block in this call, by
// a time-out of zero, a flag, or the mode of the descriptor, is not told. Calls
// inside of libc, system calls made by hand and programs that link libc
// statically are not seen.

#include "call_stack.hpp"
#include "interposed.hpp"
#include <arpa/inet.h>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <string_view>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace corolint::rt::detail;

namespace {

/// The next definition of \p name. Condition variables have an old version,
/// which is what dlsym() gives. No look-up may fail: that would allocate, and
/// some of these functions are called by allocators that are about to begin.
void *next_symbol(const char *name) noexcept {
  if (std::string_view(name).starts_with("pthread_cond_"))
    if (void *const found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2"))
      return found;
  return dlsym(RTLD_NEXT, name);
}

/// The next definition of a function, which is looked up at the first call.
/// Nobody waits for another one that looks it up: the functions to wait by are
/// among these.
template <class F> class next_function {
public:
  constexpr next_function(F *, const char *name) noexcept : name_(name) {}

  template <class... A> auto operator()(A... arguments) {
    F *found = found_.load(std::memory_order_relaxed);
    if (!found) {
      found = reinterpret_cast<F *>(next_symbol(name_));
      found_.store(found, std::memory_order_relaxed);
    }
    return found(arguments...);
  }

private:
  const char *const name_;
  std::atomic<F *> found_{nullptr};
};

bool is_zero(const timespec *span) noexcept {
  return span && span->tv_sec == 0 && span->tv_nsec == 0;
}
bool is_zero(const timeval *span) noexcept {
  return span && span->tv_sec == 0 && span->tv_usec == 0;
}

/// False for what lives in memory, or is no file.
bool is_on_disk(const char *path) noexcept {
  const std::string_view name(path ? path : "");
  return !name.starts_with("/dev/") && !name.starts_with("/proc/") &&
         !name.starts_with("/sys/");
}

/// True if no name server is asked for \p host: it is none, or an address.
bool is_address(const char *host) noexcept {
  in6_addr address; // has room for the others, too
  return !host || inet_pton(AF_INET, host, &address) == 1 ||
         inet_pton(AF_INET6, host, &address) == 1;
}

/// True if an operation on \p descriptor that has to wait would do so.
bool can_block(int descriptor) noexcept {
  const int flags = fcntl(descriptor, F_GETFL);
  return flags != -1 && !(flags & O_NONBLOCK);
}

/// True if \p descriptor is a pipe, a terminal or a socket without data in
/// blocking mode. A file is neither.
bool would_wait_for_data(int descriptor) noexcept {
  struct stat what{};
  if (!can_block(descriptor) || fstat(descriptor, &what) != 0 ||
      S_ISREG(what.st_mode) || S_ISDIR(what.st_mode))
    return false;
  static constinit next_function next_poll(&poll, "poll");
  pollfd ready{descriptor, POLLIN, 0};
  return next_poll(&ready, 1, 0) == 0;
}

long long now() noexcept {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

/// A lock that the thread had to wait for. It is told of when the thread holds
/// none any more: to tell takes memory, and it may be the allocator that waits.
struct slow_lock {
  const char *function = nullptr; ///< null: there is none
  long long milliseconds = 0;
  call_stack from;
};
constinit thread_local slow_lock waited_for;

/// The calling thread has got a lock after so many \p nanoseconds.
void note_wait(const char *function, long long nanoseconds) noexcept {
  constexpr long long longest = 10'000'000;
  if (nanoseconds >= longest && !waited_for.function)
    waited_for = {function, nanoseconds / 1'000'000, call_stack::here()};
}

int note_released(int failed) noexcept {
  if (!waited_for.function || holds_locks())
    return failed;
  const char *const function = std::exchange(waited_for.function, nullptr);
  if (must_not_block())
    waited_for_lock(function, waited_for.milliseconds, waited_for.from);
  return failed;
}

/// Takes a lock by \p take; \p try_it is the same without waiting.
template <class Try, class Take>
int take_lock(const char *function, const void *lock, Try try_it,
              Take take) noexcept {
  int failed = 0;
  if (!must_not_block()) {
    failed = take();
  } else if ((failed = try_it()) == EBUSY) {
    const long long since = now();
    failed = take();
    note_wait(function, now() - since);
  }
  if (failed == 0 && follows_locks())
    locked(lock);
  return failed;
}

int note_taken(int failed, const void *lock) noexcept {
  if (failed == 0 && follows_locks())
    locked(lock);
  return failed;
}

} // namespace

// The names and parameters are those of POSIX, which fixes the order.
// NOLINTBEGIN(bugprone-easily-swappable-parameters)

/// Defines \p name, which blocks if \p blocking holds.
#define COROLINT_BLOCKS(result, name, parameters, arguments, blocking)         \
  extern "C" result name parameters {                                          \
    static constinit next_function next(&::name, #name);                       \
    if (must_not_block() && (blocking))                                        \
      blocks(#name);                                                           \
    return next arguments;                                                     \
  }

//===--- Sleeping
//----------------------------------------------------------===//

COROLINT_BLOCKS(unsigned, sleep, (unsigned seconds), (seconds), seconds != 0)
COROLINT_BLOCKS(int, usleep, (useconds_t span), (span), span != 0)
COROLINT_BLOCKS(int, nanosleep, (const timespec *span, timespec *left),
                (span, left), !is_zero(span))
COROLINT_BLOCKS(int, clock_nanosleep,
                (clockid_t clock, int flags, const timespec *span,
                 timespec *left),
                (clock, flags, span, left), !is_zero(span))
COROLINT_BLOCKS(int, pause, (), (), true)
COROLINT_BLOCKS(int, sigwait, (const sigset_t *signals, int *which),
                (signals, which), true)

//===--- Descriptors
//-------------------------------------------------------===//

/// Waits for the events of a loop by \p wait: the thread gives itself away.
template <class Wait>
static auto wait_for_events(const char *function, bool waits, Wait wait) {
  looks_for_events(function, waits);
  const auto ready = wait();
  const int error = errno;
  has_events();
  errno = error;
  return ready;
}

#if defined(__GNUC__) && !defined(__clang__)
// glibc declares that these two only write to the descriptors.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
extern "C" int poll(pollfd *watched, nfds_t count, int milliseconds) {
  static constinit next_function next(&::poll, "poll");
  if (is_loop(watched, count))
    return wait_for_events("poll", milliseconds != 0,
                           [=] { return next(watched, count, milliseconds); });
  if (milliseconds != 0 && must_not_block()) {
    if (const int ready = next(watched, count, 0); ready != 0)
      return ready;
    blocks("poll");
  }
  return next(watched, count, milliseconds);
}

extern "C" int ppoll(pollfd *watched, nfds_t count, const timespec *limit,
                     const sigset_t *mask) {
  static constinit next_function next(&::ppoll, "ppoll");
  if (is_loop(watched, count))
    return wait_for_events("ppoll", !is_zero(limit),
                           [=] { return next(watched, count, limit, mask); });
  if (!is_zero(limit) && must_not_block())
    blocks("ppoll");
  return next(watched, count, limit, mask);
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

COROLINT_BLOCKS(int, select,
                (int count, fd_set *reads, fd_set *writes, fd_set *fails,
                 timeval *limit),
                (count, reads, writes, fails, limit), !is_zero(limit))
COROLINT_BLOCKS(int, pselect,
                (int count, fd_set *reads, fd_set *writes, fd_set *fails,
                 const timespec *limit, const sigset_t *mask),
                (count, reads, writes, fails, limit, mask), !is_zero(limit))

#define COROLINT_WAITS(name, parameters, arguments, waiting)                   \
  extern "C" int name parameters {                                             \
    static constinit next_function next(&::name, #name);                       \
    return wait_for_events(#name, waiting, [=] { return next arguments; });    \
  }

COROLINT_WAITS(epoll_wait,
               (int from, epoll_event *events, int room, int milliseconds),
               (from, events, room, milliseconds), milliseconds != 0)
COROLINT_WAITS(epoll_pwait,
               (int from, epoll_event *events, int room, int milliseconds,
                const sigset_t *mask),
               (from, events, room, milliseconds, mask), milliseconds != 0)
#if __GLIBC_PREREQ(2, 35)
COROLINT_WAITS(epoll_pwait2,
               (int from, epoll_event *events, int room, const timespec *limit,
                const sigset_t *mask),
               (from, events, room, limit, mask), !is_zero(limit))
#endif

extern "C" ssize_t read(int from, void *to, size_t size) {
  static constinit next_function next(&::read, "read");
  if (size != 0 && must_not_block()) {
    const int before = errno;
    // Sockets are asked without waiting: that costs those in non-blocking mode
    // no further call.
    const ssize_t count = recv(from, to, size, MSG_DONTWAIT);
    if (count >= 0 || (errno != ENOTSOCK && errno != EAGAIN))
      return count;
    if (errno == EAGAIN && !can_block(from)) {
      errno = EAGAIN;
      return count;
    }
    if (would_wait_for_data(from))
      blocks("read");
    errno = before;
  }
  return next(from, to, size);
}

extern "C" ssize_t recv(int from, void *to, size_t size, int flags) {
  static constinit next_function next(&::recv, "recv");
  if (must_not_block() && !(flags & MSG_DONTWAIT)) {
    const int before = errno;
    if (flags & MSG_WAITALL) { // must not be given a part of it
      if (would_wait_for_data(from))
        blocks("recv");
    } else {
      const ssize_t count = next(from, to, size, flags | MSG_DONTWAIT);
      if (count >= 0 || errno != EAGAIN)
        return count;
      if (!can_block(from)) {
        errno = EAGAIN;
        return count;
      }
      blocks("recv");
    }
    errno = before;
  }
  return next(from, to, size, flags);
}

COROLINT_BLOCKS(int, accept, (int from, sockaddr *peer, socklen_t *size),
                (from, peer, size), would_wait_for_data(from))
COROLINT_BLOCKS(int, accept4,
                (int from, sockaddr *peer, socklen_t *size, int flags),
                (from, peer, size, flags), would_wait_for_data(from))
COROLINT_BLOCKS(int, connect, (int from, const sockaddr *peer, socklen_t size),
                (from, peer, size), can_block(from))

//===--- Names, processes
//--------------------------------------------------===//

COROLINT_BLOCKS(int, getaddrinfo,
                (const char *host, const char *service, const addrinfo *hints,
                 addrinfo **found),
                (host, service, hints, found),
                !is_address(host) &&
                    (!hints || !(hints->ai_flags & AI_NUMERICHOST)))
COROLINT_BLOCKS(hostent *, gethostbyname, (const char *host), (host), true)
COROLINT_BLOCKS(int, getnameinfo,
                (const sockaddr *of, socklen_t size, char *host,
                 socklen_t host_size, char *service, socklen_t service_size,
                 int flags),
                (of, size, host, host_size, service, service_size, flags),
                !(flags & NI_NUMERICHOST))

COROLINT_BLOCKS(pid_t, wait, (int *status), (status), true)
COROLINT_BLOCKS(pid_t, waitpid, (pid_t which, int *status, int flags),
                (which, status, flags), !(flags & WNOHANG))
COROLINT_BLOCKS(int, system, (const char *command), (command), command)
COROLINT_BLOCKS(FILE *, popen, (const char *command, const char *mode),
                (command, mode), true)
COROLINT_BLOCKS(int, pclose, (FILE * stream), (stream), true)

//===--- Files
//-------------------------------------------------------------===//

/// The mode of a file that may be made, which comes last.
#define COROLINT_MODE_OF(flags)                                                \
  mode_t mode = 0;                                                             \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                                       \
    va_list rest;                                                              \
    va_start(rest, flags);                                                     \
    mode = va_arg(rest, mode_t);                                               \
    va_end(rest);                                                              \
  }

#define COROLINT_OPENS(name)                                                   \
  extern "C" int name(const char *path, int flags, ...) {                      \
    static constinit next_function next(&::name, #name);                       \
    COROLINT_MODE_OF(flags)                                                    \
    if (must_not_block() && is_on_disk(path))                                  \
      blocks(#name);                                                           \
    return next(path, flags, mode);                                            \
  }                                                                            \
  extern "C" int name##at(int folder, const char *path, int flags, ...) {      \
    static constinit next_function next(&::name##at, #name "at");              \
    COROLINT_MODE_OF(flags)                                                    \
    if (must_not_block() && is_on_disk(path))                                  \
      blocks(#name "at");                                                      \
    return next(folder, path, flags, mode);                                    \
  }

COROLINT_OPENS(open)
extern "C" int open64(const char *path, int flags, ...) {
  static constinit next_function next(&::open64, "open64");
  COROLINT_MODE_OF(flags)
  if (must_not_block() && is_on_disk(path))
    blocks("open64");
  return next(path, flags, mode);
}
COROLINT_BLOCKS(FILE *, fopen, (const char *path, const char *mode),
                (path, mode), is_on_disk(path))
COROLINT_BLOCKS(FILE *, fopen64, (const char *path, const char *mode),
                (path, mode), is_on_disk(path))
COROLINT_BLOCKS(int, fsync, (int file), (file), true)
COROLINT_BLOCKS(int, fdatasync, (int file), (file), true)
COROLINT_BLOCKS(ssize_t, pread, (int file, void *to, size_t size, off_t at),
                (file, to, size, at), true)
COROLINT_BLOCKS(ssize_t, pwrite,
                (int file, const void *from, size_t size, off_t at),
                (file, from, size, at), true)
COROLINT_BLOCKS(int, flock, (int file, int what), (file, what),
                !(what & (LOCK_NB | LOCK_UN)))

//===--- Threads
//-----------------------------------------------------------===//

COROLINT_BLOCKS(int, pthread_join, (pthread_t ended, void **result),
                (ended, result), true)
/// Waits for a condition: \p lock is free meanwhile.
#define COROLINT_WAITS_FOR_CHANGE(name, parameters, arguments)                 \
  extern "C" int name parameters {                                             \
    static constinit next_function next(&::name, #name);                       \
    if (must_not_block())                                                      \
      blocks(#name, lock);                                                     \
    return next arguments;                                                     \
  }

COROLINT_WAITS_FOR_CHANGE(pthread_cond_wait,
                          (pthread_cond_t * changed, pthread_mutex_t *lock),
                          (changed, lock))
COROLINT_WAITS_FOR_CHANGE(pthread_cond_timedwait,
                          (pthread_cond_t * changed, pthread_mutex_t *lock,
                           const timespec *until),
                          (changed, lock, until))
COROLINT_WAITS_FOR_CHANGE(pthread_cond_clockwait,
                          (pthread_cond_t * changed, pthread_mutex_t *lock,
                           clockid_t clock, const timespec *until),
                          (changed, lock, clock, until))
COROLINT_BLOCKS(int, pthread_barrier_wait, (pthread_barrier_t * all), (all),
                true)

/// Waiting for a semaphore that has nothing to give.
static bool is_empty(sem_t *semaphore) noexcept {
  int value = 0;
  return sem_getvalue(semaphore, &value) == 0 && value == 0;
}
COROLINT_BLOCKS(int, sem_wait, (sem_t * from), (from), is_empty(from))
COROLINT_BLOCKS(int, sem_timedwait, (sem_t * from, const timespec *until),
                (from, until), is_empty(from))
COROLINT_BLOCKS(int, sem_clockwait,
                (sem_t * from, clockid_t clock, const timespec *until),
                (from, clock, until), is_empty(from))

/// The standard library waits for futures, atomics and latches by this one;
/// loops over io_uring, for events.
extern "C" long syscall(long number, ...) noexcept {
  static constinit next_function next(&::syscall, "syscall");
  va_list rest;
  va_start(rest, number);
  long arguments[6];
  for (long &each : arguments)
    each = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_futex && must_not_block()) {
    const long command = arguments[1] & FUTEX_CMD_MASK;
    const auto *word = reinterpret_cast<const int *>(arguments[0]);
    const bool waits =
        (command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET) &&
        __atomic_load_n(word, __ATOMIC_RELAXED) ==
            static_cast<int>(arguments[2]);
    if (waits)
      blocks("futex");
  }
  const auto call = [&] {
    return next(number, arguments[0], arguments[1], arguments[2], arguments[3],
                arguments[4], arguments[5]);
  };
  constexpr long gets_events = 1; // IORING_ENTER_GETEVENTS
  if (number == SYS_io_uring_enter && (arguments[3] & gets_events))
    return wait_for_events("io_uring_enter", arguments[2] != 0, call);
  return call();
}

//===--- Locks
//-------------------------------------------------------------===//

extern "C" int pthread_mutex_trylock(pthread_mutex_t *lock) noexcept {
  static constinit next_function next(&::pthread_mutex_trylock,
                                      "pthread_mutex_trylock");
  return note_taken(next(lock), lock);
}

extern "C" int pthread_mutex_lock(pthread_mutex_t *lock) noexcept {
  static constinit next_function next(&::pthread_mutex_lock,
                                      "pthread_mutex_lock");
  static constinit next_function try_next(&::pthread_mutex_trylock,
                                          "pthread_mutex_trylock");
  return take_lock(
      "pthread_mutex_lock", lock, [lock] { return try_next(lock); },
      [lock] { return next(lock); });
}

extern "C" int pthread_mutex_timedlock(pthread_mutex_t *lock,
                                       const timespec *until) noexcept {
  static constinit next_function next(&::pthread_mutex_timedlock,
                                      "pthread_mutex_timedlock");
  return note_taken(next(lock, until), lock);
}

extern "C" int pthread_mutex_clocklock(pthread_mutex_t *lock, clockid_t clock,
                                       const timespec *until) noexcept {
  static constinit next_function next(&::pthread_mutex_clocklock,
                                      "pthread_mutex_clocklock");
  return note_taken(next(lock, clock, until), lock);
}

extern "C" int pthread_mutex_unlock(pthread_mutex_t *lock) noexcept {
  static constinit next_function next(&::pthread_mutex_unlock,
                                      "pthread_mutex_unlock");
  if (follows_locks())
    unlocks(lock);
  return note_released(next(lock));
}

#define COROLINT_RWLOCK(side)                                                  \
  extern "C" int pthread_rwlock_try##side##lock(                               \
      pthread_rwlock_t *lock) noexcept {                                       \
    static constinit next_function next(&::pthread_rwlock_try##side##lock,     \
                                        "pthread_rwlock_try" #side "lock");    \
    return note_taken(next(lock), lock);                                       \
  }                                                                            \
  extern "C" int pthread_rwlock_##side##lock(                                  \
      pthread_rwlock_t *lock) noexcept {                                       \
    static constinit next_function next(&::pthread_rwlock_##side##lock,        \
                                        "pthread_rwlock_" #side "lock");       \
    static constinit next_function try_next(                                   \
        &::pthread_rwlock_try##side##lock, "pthread_rwlock_try" #side "lock"); \
    return take_lock(                                                          \
        "pthread_rwlock_" #side "lock", lock,                                  \
        [lock] { return try_next(lock); }, [lock] { return next(lock); });     \
  }

COROLINT_RWLOCK(rd)
COROLINT_RWLOCK(wr)

extern "C" int pthread_rwlock_unlock(pthread_rwlock_t *lock) noexcept {
  static constinit next_function next(&::pthread_rwlock_unlock,
                                      "pthread_rwlock_unlock");
  if (follows_locks())
    unlocks(lock);
  return note_released(next(lock));
}

// NOLINTEND(bugprone-easily-swappable-parameters)
