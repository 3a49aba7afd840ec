// Blocking calls of loops, and of what they call.

#include "allocator.hpp"
#include "interposed.hpp"
#include "locks.hpp"
#include "loop.hpp"
#include "user_code.hpp"
#include "way_down.hpp"
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace corolint::rt::detail {

namespace {

/// Functions by which a loop may sleep that never looks for events.
bool is_for_idle(std::string_view function) noexcept {
  static constexpr std::array<std::string_view, 10> names = {
      "pthread_cond_wait",
      "pthread_cond_timedwait",
      "pthread_cond_clockwait",
      "sem_wait",
      "sem_timedwait",
      "sem_clockwait",
      "futex",
      "poll",
      "ppoll",
      "select"};
  return std::find(names.begin(), names.end(), function) != names.end();
}

/// The same for the same way from the loop down to a call of \p function.
std::uint64_t key_of(const call_stack &stack, unsigned count,
                     const char *function) noexcept {
  std::uint64_t key = reinterpret_cast<std::uintptr_t>(function);
  const auto addresses = stack.addresses();
  // With the place in the loop, into which calls may have been inlined.
  const std::size_t end = std::min<std::size_t>(count + 1, addresses.size());
  for (const std::uintptr_t each : addresses.first(end))
    key = (key ^ each) * 0x9E3779B97F4A7C15u;
  return key;
}

/// Waits by futexes alone, that no function on the way is known to make, are
/// how libraries lock: mostly over in microseconds.
bool is_lock_of_library(const user_code &found, const way_down &way) {
  return way.blocks_name == "futex" && found.is_inside_library();
}

void report(const user_code &found, const code_place &caller,
            const char *function, const std::string &took) {
  const way_down way = find_way_down(found.places(), caller, function);
  if (is_lock_of_library(found, way))
    return;
  const std::string text = blocking_text(way);
  std::vector<misuse_note> notes;
  std::string reason, instead;
  if (way.blocks) {
    reason = blocking_reason(way, took);
    notes.push_back({reason, caller.where()});
    instead = way.blocks->instead;
    if (!instead.empty())
      notes.push_back({instead, caller.where()});
  }
  report_found({blocking_check(way), text, caller.where(), notes});
}

/// The calling thread, whose loop is \p own, sleeps because it has nothing to
/// do. \p lock is free meanwhile.
void idles(loop &own, const void *lock) noexcept {
  report_held_locks(own, lock);
  own.turns_again(false);
  own.set_block_known();
}

void look_at(const char *function, const call_stack &stack, const void *lock,
             const std::string &took) noexcept {
  const reporting quiet;
  loop &own = *this_thread.own;
  if (is_in_allocator(stack))
    return;
  if (!own.has_turned()) {
    // A loop by its name. What it does before it waits is its start.
    if (is_for_idle(function))
      own.turns(stack, false);
    return;
  }
  own.set_block_known();
  const call_stack place = own.place();
  const std::uint64_t key = key_of(stack, calls_from(stack, place), function);
  if (own.idle_ways.contains(key)) {
    idles(own, lock);
    return;
  }
  if (!own.known_ways.insert(key).second)
    return;
  own.stands_aside(); // to find the lines takes time
  const user_code found(stack, place);
  const code_place *const caller = found.caller();
  // A loop that never looks for events waits in other ways, by functions of a
  // user; but not in a coroutine.
  const bool is_idle = !caller || (!own.has_events && !caller->in_coroutine &&
                                   is_for_idle(function));
  if (is_idle) {
    own.known_ways.erase(key);
    own.idle_ways.insert(key);
    idles(own, lock);
    return;
  }
  report(found, *caller, function, took);
  own.goes_on();
  own.set_block_known();
}

} // namespace

bool must_not_block() noexcept {
  const loop *const own = current_loop();
  return own && !this_thread.reports;
}

void blocks(const char *function, const void *lock) noexcept {
  look_at(function, call_stack::here(), lock, "");
}

void waited_for_lock(const char *function, long long milliseconds,
                     const call_stack &from) noexcept {
  look_at(function, from, nullptr,
          " for " + std::to_string(milliseconds) + " ms");
}

} // namespace corolint::rt::detail
