// Which of the raw findings of a unit are for the user: those in his own code
// that no NOLINT takes away. As clang-tidy decides it, but after the analysis.

#ifndef COROLINT_DRIVER_FILTER_FINDINGFILTER_H
#define COROLINT_DRIVER_FILTER_FINDINGFILTER_H

#include "Findings.h"
#include "NoLint.h"
#include "PathGlobs.h"
#include "SourceTexts.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/Support/Regex.h"

namespace corolint {

/// For all units of a run: what it reads of a file it keeps.
class FindingFilter {
public:
  enum class Verdict { Show, NoLint, NotTheUsers };
  struct Judgement {
    Verdict Is;
    std::optional<SuppressingComment> By; ///< of a NOLINT
  };

  /// What is in files that are \p Excluded is not the user's.
  FindingFilter(output::SourceTexts &Texts, const PathGlobs &Excluded)
      : Texts(Texts), Excluded(Excluded) {}

  /// For findings of a unit with these \p Options. A note on a line with NOLINT
  /// is taken off \p Found, and those behind it.
  Judgement judge(RawFinding &Found,
                  const clang::tidy::ClangTidyOptions &Options);

  /// Whether findings in \p File, an absolute name, are shown though it is only
  /// included.
  bool isUsersHeader(llvm::StringRef File,
                     const clang::tidy::ClangTidyOptions &Options);

  /// The directives of \p File, and which of them were used up to now; the same
  /// ones whatever name it has.
  NoLintDirectives &directives(llvm::StringRef File);

  /// Calls \p See with each file, by one of its names, whose directives were
  /// asked up to now.
  void forEachAsked(
      llvm::function_ref<void(llvm::StringRef, const NoLintDirectives &)> See);

private:
  bool isTheUsers(const RawPlace &Where,
                  const clang::tidy::ClangTidyOptions &Options);
  std::optional<SuppressingComment> suppressing(llvm::StringRef Check,
                                                const RawPlace &Where);
  bool matches(llvm::StringRef Pattern, llvm::StringRef File);

  output::SourceTexts &Texts;
  const PathGlobs &Excluded;
  llvm::StringMap<NoLintDirectives> ByFile; ///< by the file itself
  llvm::StringMap<std::string> RealNames;
  llvm::StringMap<llvm::Regex> Patterns;
};

} // namespace corolint

#endif
