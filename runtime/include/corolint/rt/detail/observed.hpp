// What a checked build knows of coroutines and jobs, and a plain one does not.
//
// The library exists twice: corolint::runtime, and corolint::runtime_checked,
// which defines COROLINT_CHECKED for itself and for whoever links it. This is
// the only header that looks at the macro. In a plain build its classes are
// empty and its functions do nothing, so that neither a byte nor an instruction
// is left of them. In a checked one a coroutine remembers where it was called,
// where it awaits and for whom; a job, which of its coroutines is the
// innermost.

#ifndef COROLINT_RT_DETAIL_OBSERVED_HPP
#define COROLINT_RT_DETAIL_OBSERVED_HPP

#ifndef COROLINT_CHECKED
#define COROLINT_CHECKED 0
#endif

#include "corolint/rt/detail/type_text.hpp"
#include "corolint/rt/sendable.hpp"
#include <coroutine>
#include <cstddef>
#include <utility>

#if COROLINT_CHECKED
#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/loans.hpp"
#include <array>
#include <atomic>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <source_location>
#include <span>
#include <string_view>
#include <type_traits>
#endif

namespace corolint::rt::detail {

class job;
class worker;

// Objects of both kinds lay out promises differently and must not meet in one
// program. So each asks for a symbol that only its own library has; the linker
// names it when it is missing. A word per program, and no instruction: it is
// kept because it says so, not because something uses it. The word has another
// name in each build, or the linker would take one for the other.
#if COROLINT_CHECKED
extern const char
    this_build __asm__("corolint_rt_objects_compiled_with_COROLINT_CHECKED_"
                       "need_the_library_corolint_runtime_checked");
[[gnu::used, gnu::retain]] inline const char *const needs_checked = &this_build;
#else
extern const char
    this_build __asm__("corolint_rt_objects_compiled_without_COROLINT_CHECKED_"
                       "need_the_library_corolint_runtime");
[[gnu::used, gnu::retain]] inline const char *const needs_plain = &this_build;
#endif

#if COROLINT_CHECKED

/// True in a checked build.
inline constexpr bool is_checked = true;

/// An address within the function that this is inlined into.
[[gnu::always_inline]] inline std::uintptr_t program_counter() noexcept {
  std::uintptr_t here = 0;
#if defined(__x86_64__)
  asm volatile("lea 0(%%rip), %0" : "=r"(here));
#elif defined(__aarch64__)
  asm volatile("adr %0, ." : "=r"(here));
#endif
  return here;
}

/// Fills \p to with the addresses to which the functions return that lie around
/// the one with the frame pointer \p frame, the innermost first; at most
/// \p depth of them. Returns how many.
unsigned walk_calls(std::uintptr_t *to, unsigned depth,
                    const void *frame) noexcept;

/// Where a call came from: the addresses to which the functions around it
/// return, the innermost first. Taken by frame pointers, without a lock and
/// without memory; what was compiled without them is left out.
template <unsigned Depth> struct call_trace {
  /// Of the function that calls this, which is the first.
  [[gnu::always_inline]] static call_trace here() noexcept {
    call_trace trace;
    trace.addresses[0] = program_counter();
    trace.count = 1 + walk_calls(trace.addresses.data() + 1, Depth - 1,
                                 __builtin_frame_address(0));
    return trace;
  }

  const std::uintptr_t *begin() const noexcept { return addresses.data(); }
  const std::uintptr_t *end() const noexcept { return begin() + count; }

  std::array<std::uintptr_t, Depth> addresses; ///< the rest is not set
  unsigned count = 0;
};

/// Who spawns a task: behind few functions of this library, and each task has
/// one.
using spawn_trace = call_trace<6>;
/// Who takes a lock: behind more of the standard library.
using lock_trace = call_trace<12>;

/// Where a coroutine was made. Taken by the function that makes it, as the
/// default argument of get_return_object(): its caller is the one who called
/// the coroutine.
struct creation {
  [[gnu::always_inline]] static creation here() noexcept {
    return {program_counter(),
            reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))};
  }

  std::uintptr_t made_at; ///< in the function that makes it
  /// Where the call of that function returns to, unless it was inlined.
  std::uintptr_t call_returns_to;
};

template <class Awaitable> class observed_awaiter;
class observed_frame;

/// A parameter of a coroutine.
struct carried {
  const char *type; ///< within a longer text, as the compiler writes it
  bool is_sendable;
};

/// The parameters of a coroutine; the object of a member comes first, or the
/// closure of a lambda.
struct cargo {
  const carried *first = nullptr;
  unsigned count = 0;
  /// What each of them has lent to the coroutine of that promise. Null: none.
  std::span<loan> (*loans)(observed_frame &) noexcept = nullptr;
};

/// The part of a promise that says what its coroutine does.
class observed_frame {
public:
  observed_frame() = default;
  observed_frame(const observed_frame &) = delete;
  observed_frame &operator=(const observed_frame &) = delete;

  std::suspend_always initial_suspend() const noexcept { return {}; }
  void set_creation(creation at) noexcept { creation_ = at; }
  void set_cargo(const cargo &what) noexcept { cargo_ = &what; }

  /// What suspends by itself.
  template <class Awaitable>
  observed_awaiter<Awaitable &&>
  await_transform(Awaitable &&awaited,
                  std::source_location at = std::source_location::current()) {
    awaits_at_ = at;
    awaits_what_ = type_text<std::remove_cvref_t<Awaitable>>();
    return observed_awaiter<Awaitable &&>(std::forward<Awaitable>(awaited));
  }
  /// A coroutine of ours, which runs at once and says itself where it suspends.
  template <class Coroutine>
    requires std::derived_from<typename Coroutine::promise_type, observed_frame>
  Coroutine &&
  await_transform(Coroutine &&awaited,
                  std::source_location at = std::source_location::current()) {
    awaits_at_ = at;
    return std::move(awaited);
  }

  /// Somebody awaits, spawns or branches off the coroutine: it is no longer
  /// the duty of who called it. \p parent: who awaits it, or null.
  void taken(observed_frame *parent) noexcept { parent_ = parent; }

  /// The co_await at which it stands, or stood last. Line 0: at none yet.
  const std::source_location &awaits_at() const noexcept { return awaits_at_; }
  /// The type of what it awaits, in what type_text() gives. Of a coroutine that
  /// has suspended there itself, not in one that it awaits.
  const char *awaits_what() const noexcept { return awaits_what_; }
  observed_frame *parent() const noexcept { return parent_; }
  /// Its parameters; null if all of them are sendable and nothing is lent.
  const cargo *takes() const noexcept { return cargo_; }
  const creation &made_by() const noexcept { return creation_; }

protected:
  ~observed_frame() = default;

  /// The coroutine is destroyed and nobody ever took it.
  void never_ran() const noexcept;

private:
  std::source_location awaits_at_;
  const char *awaits_what_; ///< not set before the first co_await
  observed_frame *parent_;  ///< not set before it is taken
  const cargo *cargo_ = nullptr;
  creation creation_;
};

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
      has_loans_ = was_lent_locals(*outermost);
  }
  /// True if one of its coroutines may have been lent something on a stack.
  bool has_loans() const noexcept { return has_loans_; }
  /// By the thread that runs it.
  void set_has_loans() noexcept { has_loans_ = true; }
  /// Where it was spawned: nowhere, if it is awaited where it stands.
  const spawn_trace &spawned_at() const noexcept { return spawned_at_; }
  void spawned_from(const spawn_trace &at) noexcept;
  /// Nobody awaits or detaches it any more; it is asked to stop.
  void handle_dropped() const noexcept;

  /// From here on only workers touch its coroutines.
  void set_begun() noexcept {
    stage_.store(job_stage::begun, std::memory_order_release);
  }
  /// Its coroutines are about to be destroyed.
  void set_ended() noexcept {
    stage_.store(job_stage::ended, std::memory_order_release);
  }
  /// \p frame, its innermost, is about to suspend, and to be woken by us.
  void suspends(const observed_frame &frame) noexcept {
    since_.store(coarse_time.load(std::memory_order_relaxed),
                 std::memory_order_relaxed);
    if (stage_.load(std::memory_order_relaxed) == job_stage::elsewhere)
        [[unlikely]]
      suspends_where_it_was_resumed(frame);
  }
  /// The same, and what it awaits is not ours.
  void suspends_elsewhere(const observed_frame &frame) noexcept;

  /// What another thread may know of it, while it lives.
  job_stage stage() const noexcept {
    return stage_.load(std::memory_order_acquire);
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

  void suspends_where_it_was_resumed(const observed_frame &frame) noexcept;

  observed_job *previous_ = nullptr; ///< in the registry of all jobs
  observed_job *next_ = nullptr;
  spawn_trace spawned_at_;
  outside outside_;                ///< not set in another stage
  unsigned spawned_by_ = 0;        ///< which worker, from 1
  unsigned spawned_in_ = 0;        ///< which job of that worker
  unsigned number_ = 0;            ///< in its part
  std::uint32_t ran_on_since_ = 0; ///< though it was stopped; milliseconds
  std::uintptr_t function_ = 0;    ///< what makes its outermost coroutine
  // Who runs a job touches what stands behind these in any case.
  observed_frame *innermost_ = nullptr;
  std::atomic<std::uint32_t> since_{0};
  std::atomic<job_stage> stage_{job_stage::made};
  std::uint8_t part_ = 0;
  bool has_loans_ = false;
};

/// Locks of threads that are held by what runs on this one. To be read by the
/// thread itself.
inline constinit thread_local unsigned locks_held = 0;

/// \p frame gives its thread away while locks are held, or may do so.
void suspends_with_locks(const observed_frame &frame) noexcept;
/// It did not.
void goes_on_with_locks() noexcept;

template <class T>
inline constexpr bool may_cross = is_sendable<
    std::conditional_t<std::is_lvalue_reference_v<T>, std::add_pointer_t<T>,
                       std::remove_cvref_t<T>>>::value;
template <class... Args>
inline constexpr std::array<carried, sizeof...(Args)> parameters{
    {{type_text<Args>(), may_cross<Args>}...}};

/// The promise of a task, which sees it begin and end. It has no member.
template <class Promise> class promise_of_task : public Promise {
public:
  ~promise_of_task() {
    if (!this->owner) [[unlikely]]
      this->never_ran();
  }

  /// The task says itself that it is the innermost. Who awaits it could, but
  /// behind that store a compiler no longer knows which function it resumes.
  auto initial_suspend() noexcept {
    struct beginning : std::suspend_always {
      explicit beginning(promise_of_task &self) noexcept : self(self) {}
      void await_resume() const noexcept { self.owner->set_innermost(&self); }
      promise_of_task &self;
    };
    return beginning(*this);
  }
};

/// The promise of a task with parameters \p Args: \p Promise, which knows them.
template <class Promise, class... Args>
class promise_with : public promise_of_task<Promise> {
public:
  promise_with() noexcept {
    if constexpr (!(may_cross<Args> && ...))
      this->set_cargo(takes);
  }

private:
  static constexpr cargo takes{parameters<Args...>.data(), sizeof...(Args)};
};

/// The same for parameters that lend something. The object or closure is one of
/// them; but Clang does not pass a closure to the constructor.
template <class Promise, class... Args>
  requires(lends<Args>() || ...)
class promise_with<Promise, Args...>
    : public promise_of_task<promise_that_borrows<Promise, Args...>> {
public:
  promise_with() noexcept {
    this->set_cargo(takes);
    look_for_closure();
  }
  template <class... Passed>
    requires(sizeof...(Passed) != 0)
  explicit promise_with(Passed &...passed) noexcept {
    constexpr std::size_t hidden = sizeof...(Args) - sizeof...(Passed);
    this->set_cargo(takes);
    if constexpr (hidden != 0)
      look_for_closure();
    take_loans(loans_.data() + hidden, without<hidden, Args...>(), passed...);
  }

private:
  void look_for_closure() noexcept {
    if constexpr (hides_closure<Args...>()) {
      using closure =
          std::remove_reference_t<typename first_of_all<Args...>::type>;
      if (const void *const lent =
              find_closure(this, sizeof(closure), alignof(closure)))
        loans_[0].take(lent, false);
    }
  }
  static std::span<loan> loans_of(observed_frame &frame) noexcept {
    return static_cast<promise_with &>(frame).loans_;
  }

  static constexpr cargo takes{parameters<Args...>.data(), sizeof...(Args),
                               loans_of};
  std::array<loan, sizeof...(Args)> loans_;
};
template <class Promise, class... Args>
using promise_for = promise_with<Promise, Args...>;

/// \p spawned is about to run on any worker.
void crosses_threads(const observed_job &spawned) noexcept;

/// A task failed, and nobody will look at it.
void fails_unobserved(const observed_job &task) noexcept;

/// A queue without a bound holds so many messages.
void queue_grows(std::size_t length) noexcept;

/// The thread that made an object which must not leave it.
class thread_owner {
public:
  thread_owner() noexcept;
  /// Reports if another thread asks. \p type: of the object.
  void check(const char *type) const noexcept;

private:
  unsigned long thread_;
};

/// \p stopped was asked to stop, and its innermost coroutine is about to await.
void awaits_after_stop(job &stopped) noexcept;

/// Does what the awaiter of \p Awaitable does, and looks at the locks that are
/// held and at what was asked to stop.
template <class Awaitable> class observed_awaiter {
  static decltype(auto) awaiter_of(Awaitable &&awaited) {
    if constexpr (requires {
                    static_cast<Awaitable &&>(awaited).operator co_await();
                  })
      return static_cast<Awaitable &&>(awaited).operator co_await();
    else if constexpr (requires {
                         operator co_await(static_cast<Awaitable &&>(awaited));
                       })
      return operator co_await(static_cast<Awaitable &&>(awaited));
    else
      return static_cast<Awaitable &&>(awaited);
  }
  using awaiter = decltype(awaiter_of(std::declval<Awaitable>()));

public:
  explicit observed_awaiter(Awaitable &&awaited)
      : inner_(awaiter_of(static_cast<Awaitable &&>(awaited))) {}
  observed_awaiter(observed_awaiter &&) = delete;

  decltype(auto) await_ready() noexcept(noexcept(inner().await_ready())) {
    return inner().await_ready();
  }
  template <class Promise>
  decltype(auto)
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept(
      noexcept(inner().await_suspend(suspended))) {
    Promise &promise = suspended.promise();
    if (locks_held) [[unlikely]]
      suspends_with_locks(promise);
    if constexpr (is_of_runtime<Awaitable>) {
      promise.owner->suspends(promise);
    } else {
      // What is ours ends a task that was stopped.
      if (promise.owner->stop_requested()) [[unlikely]]
        awaits_after_stop(*promise.owner);
      promise.owner->suspends_elsewhere(promise);
    }
    return inner().await_suspend(suspended);
  }
  decltype(auto) await_resume() noexcept(noexcept(inner().await_resume())) {
    if (locks_held) [[unlikely]]
      goes_on_with_locks();
    return inner().await_resume();
  }

private:
  std::remove_reference_t<awaiter> &inner() noexcept { return inner_; }

  awaiter inner_;
};

/// Not zero: somebody looks at the jobs that do not run, and no worker begins
/// to run one.
inline constinit std::atomic<unsigned> gate_is_shut{0};
/// Until it is open.
void wait_at_gate() noexcept;

/// After what says which job runs was written. Pairs with the heavy fence of
/// who shuts the gate: either it sees that, or this waits.
inline void pass_gate() noexcept {
  light_fence();
  if (gate_is_shut.load(std::memory_order_acquire) != 0) [[unlikely]]
    wait_at_gate();
}

/// The job that a worker runs, or null; others may look.
class current_job {
public:
  operator job *() const noexcept {
    return running_.load(std::memory_order_relaxed);
  }
  job *operator->() const noexcept { return *this; }
  current_job &operator=(job *next) noexcept {
    running_.store(next, std::memory_order_release);
    return *this;
  }
  job *seen_by_others() const noexcept {
    return running_.load(std::memory_order_acquire);
  }

private:
  std::atomic<job *> running_{nullptr};
};

class observed_nesting;

/// The part of a worker that others read.
class observed_worker {
public:
  /// The jobs in the middle of which it runs another one, the innermost first.
  /// By others: while the gate is shut.
  const observed_nesting *nesting() const noexcept {
    return nesting_.load(std::memory_order_acquire);
  }

  /// The job that it took as the one of that number blocks, and has been
  /// reported for it.
  void set_block_known(unsigned number) noexcept {
    block_known_.store(number, std::memory_order_relaxed);
  }
  bool block_is_known(unsigned number) const noexcept {
    return block_known_.load(std::memory_order_relaxed) == number;
  }

private:
  friend class observed_nesting;

  std::atomic<unsigned> block_known_{0};
  std::atomic<const observed_nesting *> nesting_{nullptr};
};

/// Lives while a worker runs a job in the middle of another one. Neither its
/// begin nor its end is passed while the gate is shut, so that who has shut it
/// can follow them.
class observed_nesting {
public:
  observed_nesting(observed_worker &at, const job *outer) noexcept
      : at_(at), outer_(outer),
        next_(at.nesting_.load(std::memory_order_relaxed)) {
    at_.nesting_.store(this, std::memory_order_release);
    pass_gate();
  }
  observed_nesting(const observed_nesting &) = delete;
  observed_nesting &operator=(const observed_nesting &) = delete;
  ~observed_nesting() {
    at_.nesting_.store(next_, std::memory_order_release);
    pass_gate();
  }

  const job *outer() const noexcept { return outer_; }
  const observed_nesting *next() const noexcept { return next_; }

private:
  observed_worker &at_;
  const job *const outer_; ///< it may have ended
  const observed_nesting *const next_;
};

/// \p ran has given its thread away or ended, with locks held.
void left_with_locks(const job &ran) noexcept;

/// \p resumed has been lent something, perhaps: is it still there?
void look_at_loans(const observed_job &resumed) noexcept;

/// Lives while a worker runs a job, which it has noted as its current one.
class observed_run {
public:
  template <std::derived_from<observed_job> Job>
  explicit observed_run(Job &running) noexcept : running_(running) {
    running.set_begun();
    pass_gate();
    if (running.has_loans() || ended_loans.load(std::memory_order_relaxed) != 0)
        [[unlikely]]
      look_at_loans(running);
  }
  observed_run(const observed_run &) = delete;
  observed_run &operator=(const observed_run &) = delete;
  ~observed_run() {
    if (locks_held) [[unlikely]]
      left_with_locks(running_);
  }

private:
  const job &running_; ///< it may have ended
};

/// Lives while the calling thread waits until tasks have run: what is on its
/// stack by then stays there.
class observed_wait {
public:
  observed_wait() noexcept;
  observed_wait(const observed_wait &) = delete;
  observed_wait &operator=(const observed_wait &) = delete;
  ~observed_wait();
};

/// How many loans lie in memory that is watched. By whoever.
inline constinit std::atomic<std::size_t> watched_loans{0};
/// What memory was that goes away.
enum class memory_of { objects, frame };
/// Looks for loans in memory that goes away.
void memory_with_loans_ends(const void *first, std::size_t size,
                            memory_of what) noexcept;
/// Memory of \p size bytes goes away.
inline void memory_ends(const void *first, std::size_t size,
                        memory_of what) noexcept {
  if (watched_loans.load(std::memory_order_relaxed) != 0) [[unlikely]]
    memory_with_loans_ends(first, size, what);
}

/// Lets the calling thread block, for as long as it lives.
class blocking_allowed {
public:
  blocking_allowed() noexcept;
  blocking_allowed(const blocking_allowed &) = delete;
  blocking_allowed &operator=(const blocking_allowed &) = delete;
  ~blocking_allowed();
};

/// A task was to be awaited or started that is not there any more.
void consumed_again() noexcept;
/// block_on was called by a task.
void joined_inside() noexcept;

#else

inline constexpr bool is_checked = false;

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

inline void crosses_threads(const observed_job &) noexcept {}
inline void fails_unobserved(const observed_job &) noexcept {}
inline void queue_grows(std::size_t) noexcept {}
inline void consumed_again() noexcept {}
inline void joined_inside() noexcept {}
inline void note_time() noexcept {}

#endif

} // namespace corolint::rt::detail

#endif
