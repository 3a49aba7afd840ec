// NOLINT comments, as clang-tidy reads them (NoLintDirectiveHandler), but from
// a text alone: so they count when findings are reported, not when code is
// parsed.

#ifndef COROLINT_DRIVER_FILTER_NOLINT_H
#define COROLINT_DRIVER_FILTER_NOLINT_H

#include "clang-tidy/GlobList.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace corolint {

struct NoLintDirective {
  enum class Kind { Line, NextLine, Begin, End };

  Kind What;
  size_t Offset;                    ///< of its first letter
  size_t Length;                    ///< with the brackets
  std::optional<std::string> Names; ///< in the brackets; none: all checks
  std::string Why; ///< what is behind it in its line; may be empty
  /// From here to there it suppresses; of a block what is strictly between.
  size_t From = 0, To = 0;
  llvm::StringSet<> Used; ///< the checks it suppressed a finding of
};

/// Those of one file. Not thread-safe.
class NoLintDirectives {
public:
  explicit NoLintDirectives(llvm::StringRef Text);

  /// The directive that suppresses what \p Check says at \p Offset, which then
  /// counts as used; null if none does.
  const NoLintDirective *suppress(llvm::StringRef Check, size_t Offset);

  llvm::ArrayRef<NoLintDirective> all() const { return Directives; }

  /// NOLINTBEGIN without NOLINTEND and the other way round.
  std::vector<const NoLintDirective *> unmatched() const;

private:
  void setRange(NoLintDirective &D, llvm::StringRef Text);
  void matchBlocks();

  std::vector<NoLintDirective> Directives;
  std::vector<std::unique_ptr<clang::tidy::GlobList>> Globs; ///< by directive
  std::vector<bool> IsMatched;                               ///< the same
};

} // namespace corolint

#endif
