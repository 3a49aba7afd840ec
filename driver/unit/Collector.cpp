#include "Collector.h"
#include "Paths.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "support/LlvmCompat.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/DiagnosticRenderer.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"

using namespace llvm;
using namespace clang;

namespace corolint {

namespace {

RawSpot spot(SourceLocation Where, const SourceManager &Sources) {
  auto [Id, Offset] = Sources.getDecomposedSpellingLoc(Where);
  OptionalFileEntryRef File = Sources.getFileEntryRefForID(Id);
  if (!File)
    return {};
  // Names are as the command gives them, relative to its folder.
  SmallString<256> Name(File->getName());
  Sources.getFileManager().makeAbsolutePath(Name);
  return {absolutePath(Name), Offset};
}

/// Where clang-tidy would look for a NOLINT.
std::vector<RawSpot> spellings(SourceLocation Where,
                               const SourceManager &Sources) {
  std::vector<RawSpot> Found;
  if (!Where.isMacroID())
    return Found;
  Found.push_back(spot(Where, Sources));
  while (Where.isMacroID()) {
    Where = Sources.getImmediateExpansionRange(Where).getBegin();
    Found.push_back(spot(Where, Sources));
  }
  return Found;
}

RawPlace place(SourceLocation Where, const SourceManager &Sources) {
  RawPlace Found;
  if (Where.isInvalid())
    return Found;
  Found.At = spot(Sources.getFileLoc(Where), Sources);
  Found.IsInMainFile = Sources.isInMainFile(Where);
  Found.IsInSystemHeader =
      Sources.isInSystemHeader(Where) || Sources.isInSystemMacro(Where);
  Found.Spellings = spellings(Where, Sources);
  return Found;
}

/// Clang's renderer says which macros a place comes from, in notes.
class Taking : public DiagnosticRenderer {
public:
  Taking(const LangOptions &Language, DiagnosticOptions &Options,
         SourceLocation Where, RawFinding &Into, bool IsNote)
      : DiagnosticRenderer(Language, compat::rendererOptions(Options)),
        Language(Language), Where(Where), Into(Into), IsNote(IsNote) {}

protected:
  void emitDiagnosticMessage(FullSourceLoc Loc, PresumedLoc,
                             DiagnosticsEngine::Level Level, StringRef Message,
                             ArrayRef<CharSourceRange> Ranges,
                             DiagOrStoredDiag) override {
    RawPlace At;
    if (Loc.isValid()) {
      // The macros count for the message itself only.
      bool IsItself = IsFirst;
      At = place(IsItself ? Where : SourceLocation(Loc), Loc.getManager());
      At.Length = lengthOf(Loc, Ranges);
    }
    bool AddsNote = IsNote || !IsFirst;
    IsFirst = false;
    if (AddsNote) {
      Into.Notes.push_back({Message.str(), std::move(At)});
      return;
    }
    Into.Message = Message.str();
    Into.Where = std::move(At);
  }

  void emitCodeContext(FullSourceLoc Loc, DiagnosticsEngine::Level Level,
                       SmallVectorImpl<CharSourceRange> &,
                       ArrayRef<FixItHint> Hints) override {
    for (const FixItHint &Hint : Hints) {
      const SourceManager &Sources = Loc.getManager();
      CharSourceRange Range = Lexer::makeFileCharRange(
          Lexer::getAsCharRange(Hint.RemoveRange, Sources, Language), Sources,
          Language);
      if (Range.isInvalid())
        continue;
      RawEdit Edit{spot(Range.getBegin(), Sources), 0, Hint.CodeToInsert};
      Edit.Length = Sources.getFileOffset(Range.getEnd()) - Edit.At.Offset;
      Into.Fix.push_back(std::move(Edit));
    }
  }

  void emitDiagnosticLoc(FullSourceLoc, PresumedLoc, DiagnosticsEngine::Level,
                         ArrayRef<CharSourceRange>) override {}
  void emitIncludeLocation(FullSourceLoc, PresumedLoc) override {}
  void emitImportLocation(FullSourceLoc, PresumedLoc, StringRef) override {}
  void emitBuildingModuleLocation(FullSourceLoc, PresumedLoc,
                                  StringRef) override {}

private:
  /// Of the range that starts where the message stands; 0 if there is none.
  uint64_t lengthOf(FullSourceLoc Loc, ArrayRef<CharSourceRange> Ranges) const {
    const SourceManager &Sources = Loc.getManager();
    for (const CharSourceRange &Each : Ranges) {
      CharSourceRange Range = Lexer::makeFileCharRange(Each, Sources, Language);
      if (Range.isValid() && Range.getBegin() == SourceLocation(Loc))
        return Sources.getFileOffset(Range.getEnd()) -
               Sources.getFileOffset(Range.getBegin());
    }
    return 0;
  }

  const LangOptions &Language;
  SourceLocation Where;
  RawFinding &Into;
  bool IsNote;
  bool IsFirst = true;
};

} // namespace

void Collector::BeginSourceFile(const LangOptions &TheirLanguage,
                                const Preprocessor *) {
  Language = TheirLanguage;
}

void Collector::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                 const Diagnostic &Info) {
  std::string Check = Context.getCheckName(Info.getID());
  SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  StringRef Message(Text);
  // clang-tidy writes the name behind the text.
  Message.consume_back(" [" + Check + "]");
  if (Check == "clang-tidy-config") {
    if (!is_contained(Mistakes, Message))
      Mistakes.push_back(Message.str());
    return;
  }
  bool IsNote = Level == DiagnosticsEngine::Note;
  if (IsNote && Findings.empty())
    return;
  if (!IsNote) {
    Findings.emplace_back();
    Findings.back().Check = Check;
    Findings.back().IsError = Level >= DiagnosticsEngine::Error;
  }
  FullSourceLoc Where;
  if (Info.hasSourceManager() && Info.getLocation().isValid())
    Where = FullSourceLoc(Info.getLocation(), Info.getSourceManager());
  Taking(Language, Info.getDiags()->getDiagnosticOptions(), Info.getLocation(),
         Findings.back(), IsNote)
      .emitDiagnostic(Where, Level, Message, Info.getRanges(),
                      Info.getFixItHints());
}

} // namespace corolint
