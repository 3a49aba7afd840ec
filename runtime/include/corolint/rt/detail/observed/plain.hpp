// The same names for a plain build, in which nothing is left of them.

#ifndef COROLINT_RT_DETAIL_OBSERVED_PLAIN_HPP
#define COROLINT_RT_DETAIL_OBSERVED_PLAIN_HPP

#include <coroutine>
#include <cstddef>

namespace corolint::rt::detail {

class job;

struct spawn_trace {
  static constexpr spawn_trace here() noexcept { return {}; }
};

struct creation {
  static constexpr creation here() noexcept { return {}; }
};

class observed_frame {
public:
  std::suspend_always initial_suspend() const noexcept { return {}; }
  void set_creation(creation) const noexcept {}
  void taken(observed_frame *) const noexcept {}
  observed_frame *parent() const noexcept { return nullptr; }
};

class observed_job {
public:
  void set_innermost(observed_frame *) const noexcept {}
  void begins_with(observed_frame *) const noexcept {}
  void set_begun() const noexcept {}
  void set_ended() const noexcept {}
  observed_frame *innermost() const noexcept { return nullptr; }
  void spawned_from(spawn_trace) const noexcept {}
  void handle_dropped() const noexcept {}
};

struct observed_worker {
  bool block_is_known(unsigned) const noexcept { return false; }
};

using current_job = job *;

struct observed_nesting {
  observed_nesting(const observed_worker &, const job *) noexcept {}
};

struct observed_run {
  explicit observed_run(const job &) noexcept {}
};

class [[maybe_unused]] observed_wait {};

enum class memory_of { objects, frame };
inline void memory_ends(const void *, std::size_t, memory_of) noexcept {}

class blocking_allowed {};

template <class Promise, class...> using promise_for = Promise;

class thread_owner {
public:
  void check(const char *) const noexcept {}
};

inline void crosses_threads(const observed_frame &) noexcept {}
inline void fails_unobserved(const observed_job &) noexcept {}
inline void queue_grows(std::size_t) noexcept {}
inline void consumed_again() noexcept {}
inline void joined_inside() noexcept {}
inline void note_time() noexcept {}

} // namespace corolint::rt::detail

#endif
