#include "FromFindings.h"
#include "LineKey.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA1.h"

using namespace llvm;

namespace corolint::output {

static Place placeOf(const RawPlace &Where, SourceTexts &Texts) {
  const RawSpot &At = Where.At;
  if (At.File.empty())
    return {};
  return Texts.place(At.File, At.Offset,
                     Where.Length ? Where.Length
                                  : Texts.tokenLength(At.File, At.Offset));
}

/// Neither the number of the line nor its indentation nor a NOLINT is part of
/// it. \p Seen counts equal ones.
static std::string fingerprint(const RawFinding &Found, SourceTexts &Texts,
                               StringMap<unsigned> &Seen) {
  const RawSpot &At = Found.Where.At;
  // No file name has a zero in it.
  std::string Cause = Found.Check + '\0' + At.File + '\0' +
                      lineAsKey(Texts.line(At.File, At.Offset));
  Cause += '\0' + std::to_string(Seen[Cause]++);
  SHA1 Hash;
  Hash.update(Cause);
  return toHex(Hash.final(), /*LowerCase=*/true);
}

static Suppression suppression(const SuppressingComment &By,
                               SourceTexts &Texts) {
  return {Suppression::Source::Comment,
          Texts.place(By.At.File, By.At.Offset, By.Length), By.Why};
}

std::vector<Result> resultsOf(ArrayRef<JudgedFinding> Findings,
                              SourceTexts &Texts) {
  StringMap<unsigned> Seen;
  std::vector<Result> Results;
  for (const JudgedFinding &Each : Findings) {
    const RawFinding &Found = Each.Raw;
    Result New;
    New.Check = Found.Check;
    New.IsPromoted = Each.IsPromoted;
    New.IsError = New.IsPromoted || Found.IsError;
    New.Message = Found.Message;
    New.Where = placeOf(Found.Where, Texts);
    for (const RawNote &Note : Found.Notes)
      New.Notes.push_back({Note.Text, placeOf(Note.Where, Texts)});
    for (const RawEdit &Edit : Found.Fix)
      New.Fix.push_back(
          {Texts.place(Edit.At.File, Edit.At.Offset, Edit.Length), Edit.Text});
    New.Fingerprint = fingerprint(Found, Texts, Seen);
    if (Each.SuppressedBy)
      New.Suppressions.push_back(suppression(*Each.SuppressedBy, Texts));
    Results.push_back(std::move(New));
  }
  return Results;
}

} // namespace corolint::output
