#include "CompileErrors.h"
#include "Complain.h"
#include "Paths.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace corolint {

void CompileErrors::BeginSourceFile(const clang::LangOptions &Language,
                                    const clang::Preprocessor *PP) {
  Checks.BeginSourceFile(Language, PP);
}

void CompileErrors::EndSourceFile() { Checks.EndSourceFile(); }

static std::string place(const clang::Diagnostic &Info) {
  if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
    return "";
  const clang::SourceManager &Sources = Info.getSourceManager();
  clang::PresumedLoc Place =
      Sources.getPresumedLoc(Sources.getExpansionLoc(Info.getLocation()));
  if (Place.isInvalid())
    return "";
  SmallString<256> File(Place.getFilename());
  Sources.getFileManager().makeAbsolutePath(File);
  return (shownPath(absolutePath(File)) + ":" + Twine(Place.getLine()) + ":" +
          Twine(Place.getColumn()))
      .str();
}

void CompileErrors::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                     const clang::Diagnostic &Info) {
  if (Level < DiagnosticsEngine::Error)
    return;
  if (Info.getID() == clang::diag::fatal_too_many_errors) {
    GaveUp = true;
    return;
  }
  DiagnosticConsumer::HandleDiagnostic(Level, Info);
  std::string Place = place(Info);
  SawSource |= !Place.empty();
  if (getNumErrors() != 1)
    return;
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  FirstPlace = std::move(Place);
  FirstText = std::string(Text);
}

void CompileErrors::complainAbout(StringRef File) const {
  std::string Start = "'" + shownPath(File) + "' could not be analysed: ";
  if (!any())
    return complain(Start + "its command compiles nothing");
  if (FirstPlace.empty())
    return complain(Start + FirstText);
  complainAt(FirstPlace + ": error: " + FirstText);
  if (getNumErrors() == 1)
    return complain(Start + "1 error, at " + FirstPlace);
  complain(Start + (GaveUp ? "more than " : "") +
           counted(getNumErrors(), "error") + ", the first at " + FirstPlace);
}

} // namespace corolint
