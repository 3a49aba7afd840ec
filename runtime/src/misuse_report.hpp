// The three forms in which a misuse is written down.

#ifndef COROLINT_RT_SRC_MISUSE_REPORT_HPP
#define COROLINT_RT_SRC_MISUSE_REPORT_HPP

#include "corolint/rt/checked.hpp"
#include <string>
#include <vector>

namespace corolint::rt::detail {

/// A misuse that owns its texts.
class kept_misuse {
public:
  struct place {
    std::string file;
    unsigned line;
    std::string function;
  };
  struct note {
    std::string text;
    place where;
  };

  explicit kept_misuse(const misuse &seen);

  std::string check;
  std::string text;
  place where;
  std::vector<note> notes;
};

/// As a compiler writes it, each line with its end.
std::string as_text(const kept_misuse &seen);
/// A whole document, in the form of `corolint --report=json`.
std::string as_json(const std::vector<kept_misuse> &seen);
/// A whole document: SARIF 2.1.0.
std::string as_sarif(const std::vector<kept_misuse> &seen);

} // namespace corolint::rt::detail

#endif
