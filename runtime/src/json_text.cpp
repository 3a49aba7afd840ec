#include "json_text.hpp"
#include <algorithm>
#include <cstddef>
#include <cstdio>

namespace corolint::rt::detail {

/// How many bytes of \p text, which is not empty, are its first character in
/// UTF-8; 0 if it does not begin with one.
static std::size_t character_length(std::string_view text) {
  const auto byte = [text](std::size_t at) -> unsigned {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  const unsigned first = byte(0);
  if (first < 0x80)
    return 1;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  unsigned code = first & (0x7fu >> length);
  for (std::size_t at = 1; at != length; ++at) {
    if ((byte(at) & 0xc0) != 0x80)
      return 0;
    code = code << 6 | (byte(at) & 0x3f);
  }
  constexpr unsigned least[] = {0x80, 0x800, 0x10000};
  const bool is_character = first >= 0xc0 && first < 0xf8 &&
                            code >= least[length - 2] && code <= 0x10ffff &&
                            (code < 0xd800 || code > 0xdfff);
  return is_character ? length : 0;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const char c = text.front();
    const std::size_t length = character_length(text);
    if (length == 0) {
      out += "\\ufffd";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
      out += code;
    } else {
      out += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out + '"';
}

} // namespace corolint::rt::detail
