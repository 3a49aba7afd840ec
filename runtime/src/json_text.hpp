// Texts in JSON documents.

#ifndef COROLINT_RT_SRC_JSON_TEXT_HPP
#define COROLINT_RT_SRC_JSON_TEXT_HPP

#include <string>
#include <string_view>

namespace corolint::rt::detail {

/// \p text as JSON has it, between quotes.
std::string quoted(std::string_view text);

} // namespace corolint::rt::detail

#endif
