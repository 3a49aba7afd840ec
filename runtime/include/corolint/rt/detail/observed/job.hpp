// What a job remembers: which of its coroutines is the innermost, who spawned
// it, and who may look at it.

#ifndef COROLINT_RT_DETAIL_OBSERVED_JOB_HPP
#define COROLINT_RT_DETAIL_OBSERVED_JOB_HPP

#include "corolint/rt/detail/observed/calls.hpp"
#include "corolint/rt/detail/observed/frame.hpp"
#include "corolint/rt/detail/observed/rarely.hpp"
#include "corolint/rt/detail/type_text.hpp"
#include <atomic>
#include <cstdint>
#include <source_location>
#include <string_view>
#include <type_traits>

namespace corolint::rt::detail {

class job;

/// Milliseconds on the steady clock, and rarely brought up to date: who waits
/// notes since when, and has no time to look at a clock.
inline constinit std::atomic<std::uint32_t> coarse_time{0};
/// Brings it up to date. Now and then, by threads that have the time.
void note_time() noexcept;

/// Who may touch the coroutines of a job.
enum class job_stage : unsigned char {
  made,      ///< who made it, and may destroy them: it has not begun
  begun,     ///< a worker that runs it
  elsewhere, ///< any thread: what it awaits is not ours, and may resume it
  ended,     ///< nobody: they are gone
};

/// True for what wakes a job by its scheduler, and does not resume it itself.
template <class Awaitable>
inline constexpr bool is_of_runtime =
    std::string_view(type_text<std::remove_cvref_t<Awaitable>>())
        .find("T = corolint::rt::") != std::string_view::npos;

/// Locks of threads that are held by what runs on this one. To be read by the
/// thread itself.
inline constinit thread_local unsigned locks_held = 0;
/// The job that this thread runs ends while locks are held.
[[gnu::cold]] void ends_with_locks() noexcept;

class observed_job;
/// \p suspended was resumed elsewhere, perhaps, or has loans. \p frame: its
/// innermost, which is about to suspend, and to be woken by us.
[[gnu::cold]] void suspends_unlike_most(observed_job &suspended,
                                        const observed_frame &frame) noexcept;

/// True if what was lent to \p frame lies on a stack.
bool was_lent_locals(observed_frame &frame) noexcept;

/// The part of a job that says what it does.
class observed_job {
public:
  observed_job() noexcept;
  observed_job(const observed_job &) = delete;
  observed_job &operator=(const observed_job &) = delete;

  /// By the job's own thread.
  void set_innermost(observed_frame *frame) noexcept { innermost_ = frame; }
  observed_frame *innermost() const noexcept { return innermost_; }
  /// Begins with \p outermost.
  void begins_with(observed_frame *outermost) noexcept {
    innermost_ = outermost;
    function_ = outermost->made_by().made_at;
    if (outermost->takes())
      if (was_lent_locals(*outermost))
        set_has_loans();
  }
  /// True if one of its coroutines may have been lent something on a stack.
  bool has_loans() const noexcept {
    return (state_.load(std::memory_order_relaxed) & has_loans_bit) != 0;
  }
  /// By the thread that makes it or runs it.
  void set_has_loans() noexcept {
    state_.store(state_.load(std::memory_order_relaxed) | has_loans_bit,
                 std::memory_order_release);
  }
  /// What most jobs are that are resumed.
  bool has_begun_without_loans() const noexcept {
    return state_.load(std::memory_order_relaxed) ==
           static_cast<std::uint8_t>(job_stage::begun);
  }
  /// Where it was spawned; null: it is awaited where it stands. What it points
  /// to stays for as long as the program runs.
  const spawn_trace *spawned_at() const noexcept { return spawned_at_; }
  void spawned_from(const spawn_trace &at) noexcept;
  /// Nobody awaits or detaches it any more; it is asked to stop.
  void handle_dropped() const noexcept;

  /// From here on only workers touch its coroutines.
  void set_begun() noexcept { set_stage(job_stage::begun); }
  /// Its coroutines are about to be destroyed.
  void set_ended() noexcept {
    if (locks_held) [[unlikely]]
      rarely<ends_with_locks>();
    set_stage(job_stage::ended);
  }
  /// \p frame, its innermost, is about to suspend, and to be woken by us.
  void suspends(const observed_frame &frame) noexcept {
    since_.store(coarse_time.load(std::memory_order_relaxed),
                 std::memory_order_relaxed);
    if (!has_begun_without_loans()) [[unlikely]]
      rarely<suspends_unlike_most>(*this, frame);
  }
  /// The same, and what it awaits is not ours.
  [[gnu::cold]] void suspends_elsewhere(const observed_frame &frame) noexcept;

  /// What another thread may know of it, while it lives.
  job_stage stage() const noexcept {
    return static_cast<job_stage>(state_.load(std::memory_order_acquire) &
                                  ~has_loans_bit);
  }
  std::uint32_t since() const noexcept {
    return since_.load(std::memory_order_relaxed);
  }
  std::uintptr_t function() const noexcept { return function_; }
  std::uint64_t number() const noexcept {
    return std::uint64_t(number_) << 4 | part_;
  }
  /// Where it awaits what is not ours.
  struct outside {
    std::atomic<std::source_location> at;
    std::atomic<const char *> what;
  };
  const outside &awaits_outside() const noexcept { return outside_; }

protected:
  ~observed_job();

private:
  friend class job_registry;
  friend void awaits_after_stop(job &stopped) noexcept;

  static constexpr std::uint8_t has_loans_bit = 4;

  /// By who may touch its coroutines.
  void set_stage(job_stage next) noexcept {
    state_.store(static_cast<std::uint8_t>(next) |
                     (state_.load(std::memory_order_relaxed) & has_loans_bit),
                 std::memory_order_release);
  }

  observed_job *previous_ = nullptr; ///< in the registry of all jobs
  observed_job *next_ = nullptr;
  const spawn_trace *spawned_at_ = nullptr;
  outside outside_;                ///< not set in another stage
  unsigned spawned_by_ = 0;        ///< which worker, from 1
  unsigned spawned_in_ = 0;        ///< which job of that worker
  unsigned number_ = 0;            ///< in its part
  std::uint32_t ran_on_since_ = 0; ///< though it was stopped; milliseconds
  std::uintptr_t function_ = 0;    ///< what makes its outermost coroutine
  // Who runs a job touches what stands behind these in any case.
  observed_frame *innermost_ = nullptr;
  std::atomic<std::uint32_t> since_{0};
  std::atomic<std::uint8_t> state_{0}; ///< the stage, and that bit
  std::uint8_t part_ = 0;
};

} // namespace corolint::rt::detail

#endif
