// The chain of coroutines that await each other, as notes of a report.

#ifndef COROLINT_RT_SRC_CHECKED_AWAITS_HPP
#define COROLINT_RT_SRC_CHECKED_AWAITS_HPP

#include "code_place.hpp"
#include "corolint/rt/checked.hpp"
#include "corolint/rt/detail/observed.hpp"
#include <array>
#include <cstdint>
#include <deque>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace corolint::rt::detail {

/// Where each of a chain of coroutines awaits, the innermost first. Stays true
/// when the coroutines go on.
class await_chain {
public:
  static constexpr unsigned longest = 16;

  await_chain() = default;
  explicit await_chain(const observed_frame *innermost) noexcept;

  struct site {
    std::source_location at; ///< its co_await
    std::uintptr_t made_at;  ///< in the function that makes it
  };
  /// One of which no more is known.
  explicit await_chain(site only) noexcept : sites_{only}, count_(1) {}

  const site *begin() const noexcept { return sites_.data(); }
  const site *end() const noexcept { return sites_.data() + count_; }

private:
  std::array<site, longest> sites_{};
  unsigned count_ = 0;
};

/// The notes of one report. The texts live as long as this.
class misuse_notes {
public:
  void add(std::string text, source_place where);
  void add_awaits(const await_chain &chain);
  /// Where \p task was spawned, if that is known.
  void add_spawn(const observed_job &task);

  std::span<const misuse_note> all() const noexcept { return notes_; }

private:
  std::string_view keep(std::string text);

  std::deque<std::string> texts_;
  std::vector<misuse_note> notes_;
};

/// Where \p task was spawned. File empty: not known, or nowhere.
code_place spawn_place(const observed_job &task);

/// The innermost place on the calling thread's stack where a user edits. File
/// empty: there is none.
code_place calling_place();

/// The call that made \p frame. File empty: not known, or made by this library.
code_place calling_place_of(const observed_frame &frame);

/// Where \p frame was let go, as what calls this destroys it and it never ran:
/// the call that made it, if the same function lets it go. File empty: not
/// known, or made by this library.
code_place dropping_place(const observed_frame &frame);

/// The file of \p site in full: the compiler may have been given a relative
/// path, and the debug info of the coroutine has the other one.
std::string file_of(const await_chain::site &site);

/// The function of a coroutine, where it is declared. \p made_at: in what makes
/// it.
code_place declaration(std::uintptr_t made_at);

} // namespace corolint::rt::detail

#endif
