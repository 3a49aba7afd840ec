#include "stalls.hpp"
#include "loop.hpp"
#include "sample.hpp"
#include "user_code.hpp"
#include <atomic>
#include <chrono>
#include <csignal>
#include <optional>
#include <pthread.h>
#include <string>
#include <thread>

namespace corolint::rt::detail {

namespace {

std::atomic<bool> is_started{false};

struct stalled {
  call_stack stack;
  call_stack loop_place;
  round_watch::finding found;
};

/// What keeps \p at, if something does. Its thread lives.
std::optional<stalled> look(loop &at) {
  const round_count before = at.rounds();
  if (before.rounds == 0)
    return std::nullopt; // a loop by its name, which has not begun
  const round_watch::finding found =
      at.stalls.look(before, round_watch::clock::now(), settings()->stall);
  if (found.what == round_watch::verdict::fine ||
      (found.what == round_watch::verdict::blocks && at.block_is_known()))
    return std::nullopt;
  const std::optional<call_stack> stack = sample(before.thread);
  if (!stack)
    return std::nullopt;
  stalled seen{*stack, at.place(), found};
  if (at.rounds().rounds != before.rounds)
    return std::nullopt; // it was late, not stalled
  return seen;
}

void report(const stalled &seen) {
  const user_code code(seen.stack, seen.loop_place);
  const code_place *const innermost = code.innermost();
  if (!innermost)
    return;
  const code_place &caller = *code.caller();
  const auto span = std::chrono::duration_cast<std::chrono::milliseconds>(
      seen.found.how_long);
  const bool computes = seen.found.what == round_watch::verdict::computes;
  const std::string name = innermost->short_name();
  const std::string text =
      "'" + name + "' has " + (computes ? "kept" : "blocked") +
      " this event loop" + (computes ? " busy" : "") + " for " +
      std::to_string(span.count()) + " ms; " +
      (computes ? "let it go on now and then" : "await instead") +
      ", or do this on another thread";
  const misuse_note note{"it is here", innermost->where()};
  const bool is_elsewhere = innermost->address != caller.address;
  report_found({computes ? "coro-loop-without-suspend" : "coro-blocking-call",
                text,
                caller.where(),
                {&note, is_elsewhere ? std::size_t{1} : std::size_t{0}}});
}

[[noreturn]] void *run(void *) {
  this_thread.is_over = true; // never a loop, whatever its name
  for (;;) {
    std::this_thread::sleep_for(settings()->stall / 4);
    std::vector<stalled> found;
    for_each_loop([&found](loop &each) {
      if (std::optional<stalled> seen = look(each))
        found.push_back(*seen);
    });
    for (const stalled &each : found)
      report(each);
  }
}

} // namespace

void forget_stalls() noexcept { is_started = false; }

void look_for_stalls() noexcept {
  if (settings()->stall.count() == 0 || is_started.exchange(true))
    return;
  // The signals of the program are for its own threads.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread{};
  if (pthread_create(&thread, nullptr, run, nullptr) == 0) {
    pthread_setname_np(thread, "corolint-watch");
    pthread_detach(thread);
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

} // namespace corolint::rt::detail
