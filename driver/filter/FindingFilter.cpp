#include "FindingFilter.h"
#include "Paths.h"
#include "support/LlvmCompat.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

NoLintDirectives &FindingFilter::directives(StringRef File) {
  auto It = ByFile.find(File);
  if (It == ByFile.end())
    It = ByFile.try_emplace(File, Texts.text(File)).first;
  return It->second;
}

bool FindingFilter::matches(StringRef Pattern, StringRef File) {
  // A command may name the file either way.
  const Regex &Filter = Patterns.try_emplace(Pattern, Pattern).first->second;
  return Filter.match(File) || Filter.match(shownPath(File));
}

bool FindingFilter::isTheUsers(const RawPlace &Where,
                               const ClangTidyOptions &Options) {
  // Without a file it comes from the command line.
  if (Where.At.File.empty() || Where.IsInMainFile)
    return !Where.IsInSystemHeader;
  if (Excluded.match(Where.At.File))
    return false;
  if (Where.IsInSystemHeader && !Options.SystemHeaders.value_or(false))
    return false;
  std::string Unwanted = compat::excludedHeaders(Options);
  return matches(Options.HeaderFilterRegex.value_or(""), Where.At.File) &&
         (Unwanted.empty() || !matches(Unwanted, Where.At.File));
}

bool FindingFilter::isSuppressed(StringRef Check, const RawPlace &Where) {
  auto IsAt = [&](const RawSpot &Spot) {
    return !Spot.File.empty() &&
           directives(Spot.File).suppress(Check, Spot.Offset);
  };
  return Where.Spellings.empty() ? IsAt(Where.At)
                                 : any_of(Where.Spellings, IsAt);
}

FindingFilter::Verdict FindingFilter::judge(RawFinding &Found,
                                            const ClangTidyOptions &Options) {
  auto IsTheUsers = [&](const RawPlace &Where) {
    return isTheUsers(Where, Options);
  };
  if (!IsTheUsers(Found.Where) && none_of(Found.Notes, [&](const RawNote &N) {
        return IsTheUsers(N.Where);
      }))
    return Verdict::NotTheUsers;
  if (isSuppressed(Found.Check, Found.Where))
    return Verdict::NoLint;
  auto FirstOff = find_if(Found.Notes, [&](const RawNote &Note) {
    return isSuppressed(Found.Check, Note.Where);
  });
  Found.Notes.erase(FirstOff, Found.Notes.end());
  return Verdict::Show;
}

} // namespace corolint
