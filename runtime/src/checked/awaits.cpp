#include "awaits.hpp"
#include "call_stack.hpp"
#include <array>
#include <span>
#include <utility>

namespace corolint::rt::detail {

std::string_view misuse_notes::keep(std::string text) {
  return texts_.emplace_back(std::move(text));
}

void misuse_notes::add(std::string text, source_place where) {
  where.file = keep(std::string(where.file));
  where.function = keep(std::string(where.function));
  notes_.push_back({keep(std::move(text)), where});
}

await_chain::await_chain(const observed_frame *innermost) noexcept {
  for (const observed_frame *at = innermost; at && count_ != longest;
       at = at->parent())
    if (at->awaits_at().line() != 0)
      sites_[count_++] = {at->awaits_at(), at->made_by().made_at};
}

void misuse_notes::add_awaits(const await_chain &chain) {
  for (const await_chain::site &each : chain) {
    if (is_of_this_library(each.at.file_name()))
      continue;
    add("'" + declaration(each.made_at).short_name() + "' awaits here",
        {file_of(each), each.at.line(), {}});
  }
}

void misuse_notes::add_spawn(const observed_job &task) {
  if (const code_place spawn = spawn_place(task); !spawn.file.empty())
    add("the task was spawned here", spawn.where());
}

static code_place first_own_or_none(const std::vector<code_place> &places) {
  const code_place *const own = first_own(places);
  return own ? *own : code_place();
}

code_place spawn_place(const observed_job &task) {
  const spawn_trace *const calls = task.spawned_at();
  return calls ? first_own_or_none(
                     places_at(std::span(calls->begin(), calls->end())))
               : code_place();
}

code_place calling_place() {
  return first_own_or_none(places_at(call_stack::here().addresses()));
}

std::string file_of(const await_chain::site &site) {
  const std::string given(site.at.file_name());
  if (given.starts_with('/'))
    return given;
  for (const code_place &each : places_at(site.made_at))
    if (each.file.ends_with("/" + given))
      return each.file;
  return given;
}

/// Where \p frame was made: the function that makes it first, and who called
/// it. Empty if it is of this library.
static std::vector<code_place> making_places(const observed_frame &frame) {
  const creation &made = frame.made_by();
  if (declaration(made.made_at).file.empty())
    return {};
  const std::array<std::uintptr_t, 2> calls{made.made_at,
                                            made.call_returns_to - 1};
  return places_at(calls);
}

/// Of \p places, which making_places() gave, those behind the function that
/// makes the coroutine, which is the user's, too.
static std::span<const code_place>
callers(const std::vector<code_place> &places) {
  return std::span(first_own(places) + 1, places.data() + places.size());
}

code_place calling_place_of(const observed_frame &frame) {
  const std::vector<code_place> places = making_places(frame);
  const code_place *const call =
      places.empty() ? nullptr : first_own(callers(places));
  return call ? *call : code_place();
}

code_place dropping_place(const observed_frame &frame) {
  const std::vector<code_place> places = making_places(frame);
  if (places.empty())
    return {};
  const std::span<const code_place> behind = callers(places);
  const code_place *const call = first_own(behind);
  if (!call && !behind.empty() && behind.front().is_of_runtime())
    return {};
  // What the compiler made to destroy the coroutine comes first, as well: one
  // function of Clang's, two of GCC's.
  const std::vector<code_place> drops =
      places_at(call_stack::here().addresses());
  const code_place *destroyer = first_own(drops);
  if (destroyer && !destroyer->destroys_coroutine) {
    const code_place *const outer =
        first_own(std::span(destroyer + 1, drops.data() + drops.size()));
    if (outer && outer->destroys_coroutine)
      destroyer = outer;
  }
  const code_place *const drop =
      destroyer
          ? first_own(std::span(destroyer + 1, drops.data() + drops.size()))
          : nullptr;
  if (drop && (!call || drop->function != call->function))
    return *drop;
  return call ? *call : code_place();
}

code_place declaration(std::uintptr_t made_at) {
  code_place made = first_own_or_none(places_at(made_at));
  // GCC makes a coroutine at the closing brace of its function.
  code_place begin = first_own_or_none(places_at(start_of_function(made_at)));
  return begin.function == made.function && begin.file == made.file ? begin
                                                                    : made;
}

} // namespace corolint::rt::detail
