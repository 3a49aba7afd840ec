#include "NoLintFindings.h"
#include "CheckNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint {

using Kind = NoLintDirective::Kind;

static RawFinding findingAt(StringRef File, const NoLintDirective &D) {
  RawFinding New;
  New.Where.At = {File.str(), D.Offset};
  New.Where.Length = D.Length;
  return New;
}

static StringRef wordOf(Kind What) {
  switch (What) {
  case Kind::Line:
    return "NOLINT";
  case Kind::NextLine:
    return "NOLINTNEXTLINE";
  case Kind::Begin:
    return "NOLINTBEGIN";
  case Kind::End:
    return "NOLINTEND";
  }
  return "";
}

std::vector<RawFinding> unmatchedNoLints(StringRef File,
                                         const NoLintDirectives &In) {
  std::vector<RawFinding> Found;
  for (const NoLintDirective *D : In.unmatched()) {
    RawFinding New = findingAt(File, *D);
    New.Check = UnmatchedNoLintCheck;
    New.IsError = true;
    New.Message = D->What == Kind::Begin
                      ? "unmatched 'NOLINTBEGIN' comment without a subsequent "
                        "'NOLINTEND' comment"
                      : "unmatched 'NOLINTEND' comment without a previous "
                        "'NOLINTBEGIN' comment";
    Found.push_back(std::move(New));
  }
  return Found;
}

/// What to say of \p Check in \p D, which did not suppress it; empty if
/// nothing.
static std::string complaintOf(const NoLintDirective &D, StringRef Check,
                               function_ref<bool(StringRef)> IsCovered) {
  if (!Check.starts_with("coro-") || Check.contains('*'))
    return "";
  std::string Unknown = unknownCheck(Check);
  if (!Unknown.empty())
    return (Twine("this ") + wordOf(D.What) + " suppresses nothing: " + Unknown)
        .str();
  if (!IsCovered(Check))
    return "";
  bool IsOnlyName = StringRef(*D.Names).trim() == Check;
  return (Twine("this ") + wordOf(D.What) + " suppresses no finding of '" +
          Check + "'; remove " + (IsOnlyName ? "it" : "the name"))
      .str();
}

std::vector<RawFinding>
unusedNoLints(StringRef File, const NoLintDirectives &In,
              function_ref<bool(StringRef Check)> IsCovered) {
  std::vector<RawFinding> Found;
  std::vector<const NoLintDirective *> Unmatched = In.unmatched();
  for (const NoLintDirective &D : In.all()) {
    if (!D.Names || D.What == Kind::End || is_contained(Unmatched, &D))
      continue;
    forEachGlob(*D.Names, [&](StringRef Check) {
      if (D.Used.contains(Check))
        return;
      RawFinding New = findingAt(File, D);
      New.Check = UnusedSuppressionCheck;
      New.Message = complaintOf(D, Check, IsCovered);
      if (!New.Message.empty())
        Found.push_back(std::move(New));
    });
  }
  return Found;
}

} // namespace corolint
