#include "loop.hpp"
#include "misuse.hpp"
#include "stalls.hpp"
#include <algorithm>
#include <cerrno>
#include <fnmatch.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace corolint::rt::detail {

reporting::reporting() noexcept : before_(this_thread.reports), error_(errno) {
  this_thread.reports = true;
}

reporting::~reporting() {
  this_thread.reports = before_;
  errno = error_;
}

//===--- A loop
//------------------------------------------------------------===//

loop::loop() noexcept
    : thread_(pthread_self()),
      thread_id_(static_cast<int>(syscall(SYS_gettid))) {}

void loop::turns(const call_stack &place, bool waits) noexcept {
  {
    const std::lock_guard guard(lock_);
    place_ = place;
  }
  has_turned_ = true;
  turns_again(waits);
}

void loop::turns_again(bool waits) noexcept {
  block_is_known_ = false;
  rounds_.fetch_add(1, std::memory_order_relaxed);
  waits_ = waits;
}

void loop::goes_on() noexcept {
  rounds_.fetch_add(1, std::memory_order_relaxed);
  waits_ = false;
}

call_stack loop::place() const {
  const std::lock_guard guard(lock_);
  return place_;
}

round_count loop::rounds() const noexcept {
  return {thread_, thread_id_, rounds_.load(std::memory_order_relaxed), waits_};
}

//===--- All loops
//---------------------------------------------------------===//

namespace {

/// Lives as long as the process.
struct registry {
  std::mutex lock;
  std::vector<loop *> loops;
  std::mutex reports; ///< taken before the other one
  pthread_key_t ends{};
};

} // namespace

/// The thread whose loop is \p own ends.
static void forget(void *own) noexcept;

/// No other thread changes the registry while the process is copied.
static void begin_fork() noexcept;
static void end_fork() noexcept;

/// The child has one thread, which has not begun to be a loop: what it does
/// until it starts another program is nobody's business.
static void begin_child() noexcept;

static registry &all() noexcept {
  static registry &only = []() -> registry & {
    auto *const made = new registry;
    pthread_key_create(&made->ends, forget);
    pthread_atfork(begin_fork, end_fork, begin_child);
    return *made;
  }();
  return only;
}

static void forget(void *own) noexcept {
  const reporting quiet;
  this_thread.own = nullptr;
  this_thread.is_over = true;
  registry &known = all();
  const std::lock_guard guard(known.lock);
  std::erase(known.loops, own);
  delete static_cast<loop *>(own);
}

static void begin_fork() noexcept {
  const reporting quiet;
  all().reports.lock();
  all().lock.lock();
}

static void end_fork() noexcept {
  const reporting quiet;
  all().lock.unlock();
  all().reports.unlock();
}

static void begin_child() noexcept {
  const reporting quiet;
  registry &known = all();
  known.loops.clear(); // whoever they belong to is not here
  known.lock.unlock();
  known.reports.unlock();
  pthread_setspecific(known.ends, nullptr);
  this_thread.own = nullptr;
  this_thread.waits_at = nullptr;
  forget_stalls();
}

void report_found(const misuse &seen) {
  const std::lock_guard guard(all().reports);
  report_misuse(seen, settings()->level);
}

void for_each_loop(const std::function<void(loop &)> &f) {
  const std::lock_guard guard(all().lock);
  for (loop *const each : all().loops)
    f(*each);
}

loop *become_loop() noexcept {
  watched_thread &here = this_thread;
  if (here.own || here.is_over || !settings() ||
      settings()->level == checked_level::off)
    return here.own;
  const reporting quiet;
  registry &known = all();
  auto *const made = new loop;
  if (pthread_setspecific(known.ends, made) != 0) {
    delete made;
    return nullptr;
  }
  {
    const std::lock_guard guard(known.lock);
    known.loops.push_back(made);
  }
  look_for_stalls();
  return here.own = made;
}

/// True if the name of the calling thread is one that was asked for.
static bool is_named() noexcept {
  char name[17]{};
  prctl(PR_GET_NAME, name);
  return std::any_of(settings()->threads.begin(), settings()->threads.end(),
                     [&name](const std::string &pattern) {
                       return fnmatch(pattern.c_str(), name, 0) == 0;
                     });
}

loop *current_loop() noexcept {
  watched_thread &here = this_thread;
  if (here.own || here.reports || here.is_over || !settings() ||
      settings()->threads.empty())
    return here.own;
  // A thread gets its name after it has begun: it is looked at more and more
  // rarely.
  const unsigned asked = ++here.asked;
  const bool is_time = (asked & (asked - 1)) == 0 || asked % 1024 == 0;
  if (!is_time || !is_named())
    return nullptr;
  return become_loop();
}

} // namespace corolint::rt::detail

using namespace corolint::rt::detail;

/// What corolint/watch.h looks for.
extern "C" [[gnu::visibility("default")]] void corolint_watch_thread() {
  if (loop *const own = become_loop()) {
    const reporting quiet;
    own->turns(call_stack::here(), false);
  }
}
