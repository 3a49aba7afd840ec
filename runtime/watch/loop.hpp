// The threads of the program, and which of them are loops.
//
// A thread is the loop of a coroutine library if it has looked for events, if
// its name is one that the user gave, or if it said so itself. What its loop
// consists of is seen where it waits: the calls that have not returned there
// are the loop, and of what the thread does later, only what is called from
// there counts.

#ifndef COROLINT_RT_WATCH_LOOP_HPP
#define COROLINT_RT_WATCH_LOOP_HPP

#include "call_stack.hpp"
#include "settings.hpp"
#include "thread_state.hpp"
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <unordered_set>

namespace corolint::rt::detail {

/// What is known of a thread that is a loop.
class loop {
public:
  loop() noexcept;

  /// It comes to the place where it waits: \p place, from which it is to be
  /// told apart later. By its own thread.
  void turns(const call_stack &place, bool waits) noexcept;
  /// The same, at the place of the last time.
  void turns_again(bool waits) noexcept;
  void goes_on() noexcept;
  /// What follows, until it goes on, is our work and not the program's.
  void stands_aside() noexcept { waits_ = true; }

  /// Where it waited last, or said that it is one. Thread-safe.
  call_stack place() const;
  bool has_turned() const noexcept { return has_turned_; }

  round_count rounds() const noexcept;

  /// What goes on blocks, and has been looked at.
  void set_block_known() noexcept { block_is_known_ = true; }
  bool block_is_known() const noexcept { return block_is_known_; }

  struct held_lock {
    const void *lock = nullptr;
    call_stack taken_from;
  };
  static constexpr unsigned most_locks = 16;

  // By its own thread only.
  std::array<held_lock, most_locks> held;
  unsigned held_count = 0;
  bool has_events = false;                      ///< it has looked for events
  std::unordered_set<std::uint64_t> known_ways; ///< that were looked at
  std::unordered_set<std::uint64_t> idle_ways;  ///< of which a user has no part

  round_watch stalls; ///< of the thread that looks for them

private:
  const pthread_t thread_;
  const int thread_id_;
  std::atomic<unsigned> rounds_{0};
  std::atomic<bool> waits_{false};
  std::atomic<bool> block_is_known_{false};
  bool has_turned_ = false;
  mutable std::mutex lock_;
  call_stack place_;
};

/// What the library knows of the calling thread.
struct watched_thread {
  loop *own = nullptr;  ///< null: it is no loop
  bool reports = false; ///< one of ours is at work: nothing is looked at
  bool is_over = false; ///< it ends, or the program has been forked
  int wakes = -1;       ///< the descriptor by which others wake its poll()
  const void *waits_at = nullptr; ///< where on the stack it looked for events
  unsigned asked = 0;             ///< how often its name might have been
};

inline constinit thread_local watched_thread this_thread;

/// Keeps the library quiet about what it does itself, and errno as it was.
class reporting {
public:
  reporting() noexcept;
  reporting(const reporting &) = delete;
  reporting &operator=(const reporting &) = delete;
  ~reporting();

private:
  const bool before_;
  const int error_;
};

/// The calling thread becomes a loop, if it is none. Null if it ends.
loop *become_loop() noexcept;

/// The loop that the calling thread is by now: its name may have made it one.
loop *current_loop() noexcept;

/// Reports \p seen. The process is not forked meanwhile.
void report_found(const misuse &seen);

/// Calls \p f with each loop. Meanwhile none of their threads ends.
void for_each_loop(const std::function<void(loop &)> &f);

} // namespace corolint::rt::detail

#endif
