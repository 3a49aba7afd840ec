#include "FromTidy.h"
#include "SourceTexts.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA1.h"
#include <map>

using namespace llvm;
using clang::tidy::ClangTidyError;
using clang::tooling::DiagnosticMessage;

namespace corolint::output {

/// The range that the message gives for its place, or the token there.
static size_t lengthAt(const DiagnosticMessage &Message, SourceTexts &Texts) {
  for (const auto &Range : Message.Ranges)
    if (Range.FilePath == Message.FilePath && Range.Length &&
        Range.FileOffset == Message.FileOffset)
      return Range.Length;
  return Texts.tokenLength(Message.FilePath, Message.FileOffset);
}

static Place placeOf(const DiagnosticMessage &Message, SourceTexts &Texts) {
  if (Message.FilePath.empty())
    return {};
  return Texts.place(Message.FilePath, Message.FileOffset,
                     lengthAt(Message, Texts));
}

static std::vector<Edit> fixOf(const ClangTidyError &Error,
                               SourceTexts &Texts) {
  std::vector<Edit> Edits;
  const auto *Fix = clang::tooling::selectFirstFix(Error);
  if (!Fix)
    return Edits;
  std::map<StringRef, const clang::tooling::Replacements *> Ordered;
  for (const auto &File : *Fix)
    Ordered[File.first()] = &File.second;
  for (const auto &[File, Replacements] : Ordered)
    for (const clang::tooling::Replacement &Each : *Replacements)
      Edits.push_back({Texts.place(File, Each.getOffset(), Each.getLength()),
                       Each.getReplacementText().str()});
  return Edits;
}

static std::string withoutBlanks(StringRef Line) {
  std::string Rest;
  for (char Each : Line)
    if (!isSpace(Each))
      Rest += Each;
  return Rest;
}

/// Neither the number of the line nor its indentation is part of it. \p Seen
/// counts equal ones.
static std::string fingerprint(const ClangTidyError &Error, SourceTexts &Texts,
                               StringMap<unsigned> &Seen) {
  const DiagnosticMessage &At = Error.Message;
  // No file name has a zero in it.
  std::string Cause = Error.DiagnosticName + '\0' + At.FilePath + '\0' +
                      withoutBlanks(Texts.line(At.FilePath, At.FileOffset));
  Cause += '\0' + std::to_string(Seen[Cause]++);
  SHA1 Hash;
  Hash.update(Cause);
  return toHex(Hash.final(), /*LowerCase=*/true);
}

std::vector<Result> resultsOf(ArrayRef<ClangTidyError> Errors) {
  SourceTexts Texts;
  StringMap<unsigned> Seen;
  std::vector<Result> Results;
  for (const ClangTidyError &Error : Errors) {
    Result New;
    New.Check = Error.DiagnosticName;
    New.IsPromoted = Error.IsWarningAsError;
    New.IsError = New.IsPromoted || Error.DiagLevel == Error.Error;
    New.Message = Error.Message.Message;
    New.Where = placeOf(Error.Message, Texts);
    for (const DiagnosticMessage &Note : Error.Notes)
      New.Notes.push_back({Note.Message, placeOf(Note, Texts)});
    New.Fix = fixOf(Error, Texts);
    New.Fingerprint = fingerprint(Error, Texts, Seen);
    Results.push_back(std::move(New));
  }
  return Results;
}

} // namespace corolint::output
