// Which of the raw findings of a unit are for the user: those in his own code
// that no NOLINT takes away. As clang-tidy decides it, but after the analysis.

#ifndef COROLINT_DRIVER_FILTER_FINDINGFILTER_H
#define COROLINT_DRIVER_FILTER_FINDINGFILTER_H

#include "NoLint.h"
#include "PathGlobs.h"
#include "SourceTexts.h"
#include "UnitResult.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/Support/Regex.h"

namespace corolint {

/// For all units of a run: what it reads of a file it keeps.
class FindingFilter {
public:
  enum class Verdict { Show, NoLint, NotTheUsers };

  /// What is in files that are \p Excluded is not the user's.
  FindingFilter(output::SourceTexts &Texts, const PathGlobs &Excluded)
      : Texts(Texts), Excluded(Excluded) {}

  /// For findings of a unit with these \p Options. A note on a line with NOLINT
  /// is taken off \p Found, and those behind it.
  Verdict judge(RawFinding &Found,
                const clang::tidy::ClangTidyOptions &Options);

  /// The directives of \p File, and which of them were used up to now.
  NoLintDirectives &directives(llvm::StringRef File);

private:
  bool isTheUsers(const RawPlace &Where,
                  const clang::tidy::ClangTidyOptions &Options);
  bool isSuppressed(llvm::StringRef Check, const RawPlace &Where);
  bool matches(llvm::StringRef Pattern, llvm::StringRef File);

  output::SourceTexts &Texts;
  const PathGlobs &Excluded;
  llvm::StringMap<NoLintDirectives> ByFile;
  llvm::StringMap<llvm::Regex> Patterns;
};

} // namespace corolint

#endif
