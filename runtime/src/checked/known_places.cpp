#include "known_places.hpp"

namespace corolint::rt::detail {

const code_place *known_places::own_at(std::uintptr_t address) {
  const auto [at, is_new] = places_.try_emplace(address);
  if (is_new)
    at->second = places_at(address);
  return first_own(at->second);
}

const std::string &known_places::file_of(const await_chain::site &site) {
  const auto [at, is_new] =
      files_.try_emplace({site.at.file_name(), site.made_at});
  if (is_new)
    at->second = detail::file_of(site);
  return at->second;
}

} // namespace corolint::rt::detail
