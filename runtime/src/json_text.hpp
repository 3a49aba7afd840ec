// Texts in JSON documents.

#ifndef COROLINT_RT_SRC_JSON_TEXT_HPP
#define COROLINT_RT_SRC_JSON_TEXT_HPP

#include <string>
#include <string_view>

namespace corolint::rt::detail {

/// \p text as JSON has it, between quotes. Names of files and functions are
/// bytes, JSON is UTF-8: what is none is written as a replacement character, as
/// the command does.
std::string json_string(std::string_view text);

} // namespace corolint::rt::detail

#endif
