// Places of addresses, each looked up once: a dump asks for the same few again
// and again.

#ifndef COROLINT_RT_SRC_CHECKED_KNOWN_PLACES_HPP
#define COROLINT_RT_SRC_CHECKED_KNOWN_PLACES_HPP

#include "awaits.hpp"
#include "code_place.hpp"
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace corolint::rt::detail {

/// Not thread-safe. It grows with the code that is run, not with its tasks.
class known_places {
public:
  /// Where a user edits, of what stands at \p address; null: nowhere.
  const code_place *own_at(std::uintptr_t address);
  /// The file of \p site, in full.
  const std::string &file_of(const await_chain::site &site);

private:
  std::unordered_map<std::uintptr_t, std::vector<code_place>> places_;
  /// By the name that the compiler was given, and what makes the coroutine.
  std::map<std::pair<const char *, std::uintptr_t>, std::string> files_;
};

} // namespace corolint::rt::detail

#endif
