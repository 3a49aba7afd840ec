#include "FindingFilter.h"
#include "Paths.h"
#include "support/LlvmCompat.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

NoLintDirectives &FindingFilter::directives(StringRef File) {
  auto [Real, IsNew] = RealNames.try_emplace(File);
  if (IsNew)
    Real->second = realPath(File);
  auto It = ByFile.find(Real->second);
  if (It == ByFile.end())
    It = ByFile.try_emplace(Real->second, Texts.text(File)).first;
  return It->second;
}

void FindingFilter::forEachAsked(
    function_ref<void(StringRef, const NoLintDirectives &)> See) {
  std::map<StringRef, StringRef> Named;
  for (const auto &Each : RealNames)
    Named.try_emplace(Each.second, Each.first());
  for (const auto &Each : ByFile)
    See(Named[Each.first()], Each.second);
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

bool FindingFilter::isUsersHeader(StringRef File,
                                  const ClangTidyOptions &Options) {
  RawPlace Where;
  Where.At.File = File.str();
  return isTheUsers(Where, Options);
}

std::optional<SuppressingComment>
FindingFilter::suppressing(StringRef Check, const RawPlace &Where) {
  for (const RawSpot &Spot :
       Where.Spellings.empty() ? ArrayRef(Where.At) : ArrayRef(Where.Spellings))
    if (!Spot.File.empty())
      if (const NoLintDirective *D =
              directives(Spot.File).suppress(Check, Spot.Offset))
        return SuppressingComment{{Spot.File, D->Offset}, D->Length, D->Why};
  return std::nullopt;
}

FindingFilter::Judgement FindingFilter::judge(RawFinding &Found,
                                              const ClangTidyOptions &Options) {
  auto IsTheUsers = [&](const RawPlace &Where) {
    return isTheUsers(Where, Options);
  };
  if (!IsTheUsers(Found.Where) && none_of(Found.Notes, [&](const RawNote &N) {
        return IsTheUsers(N.Where);
      }))
    return {Verdict::NotTheUsers, std::nullopt};
  if (auto By = suppressing(Found.Check, Found.Where))
    return {Verdict::NoLint, std::move(By)};
  auto FirstOff = find_if(Found.Notes, [&](const RawNote &Note) {
    return suppressing(Found.Check, Note.Where).has_value();
  });
  Found.Notes.erase(FirstOff, Found.Notes.end());
  return {Verdict::Show, std::nullopt};
}

} // namespace corolint
