#include "DependencyScan.h"
#include "RunAction.h"
#include "support/LlvmCompat.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace clang;
using clang::tooling::CompileCommand;

namespace corolint {

namespace {

std::string absoluteIn(StringRef Folder, StringRef Path) {
  SmallString<256> Absolute;
  if (!sys::path::is_absolute(Path))
    Absolute = Folder;
  sys::path::append(Absolute, Path);
  sys::path::remove_dots(Absolute);
  return Absolute.str().str();
}

/// An include of the main file, by the offset of its bracket or quote.
using IncludesByOffset = DenseMap<unsigned, IncludedFile>;

/// Hears which files are entered, and as what.
class IncludeListener : public PPCallbacks {
public:
  IncludeListener(const SourceManager &Sources, StringRef Folder,
                  UnitDependencies &Into, IncludesByOffset &OfMain)
      : Sources(Sources), Folder(Folder), Into(Into), OfMain(OfMain) {}

  void FileChanged(SourceLocation Where, FileChangeReason Reason,
                   SrcMgr::CharacteristicKind Kind, FileID) override {
    if (Reason != EnterFile)
      return;
    FileID Entered = Sources.getFileID(Where);
    OptionalFileEntryRef File = Sources.getFileEntryRefForID(Entered);
    if (!File || Entered == Sources.getMainFileID())
      return;
    const IncludedFile &Seen = see(*File, Kind);
    ofMain(Sources.getIncludeLoc(Entered), {Seen.Path, isSystem(Kind)});
  }

  // What is guarded is not entered again.
  void FileSkipped(const FileEntryRef &File, const Token &Written,
                   SrcMgr::CharacteristicKind Kind) override {
    const IncludedFile &Seen = see(File, Kind);
    ofMain(Written.getLocation(), {Seen.Path, isSystem(Kind)});
  }

private:
  const IncludedFile &see(FileEntryRef File, SrcMgr::CharacteristicKind Kind) {
    auto [It, IsNew] =
        Index.try_emplace(&File.getFileEntry(), Into.Files.size());
    if (IsNew)
      Into.Files.push_back({absoluteIn(Folder, File.getName()), true});
    IncludedFile &Seen = Into.Files[It->second];
    Seen.IsSystem &= isSystem(Kind);
    return Seen;
  }

  void ofMain(SourceLocation Where, IncludedFile Included) {
    if (Where.isFileID() && Sources.isWrittenInMainFile(Where))
      OfMain.try_emplace(Sources.getFileOffset(Where), std::move(Included));
  }

  const SourceManager &Sources;
  StringRef Folder;
  UnitDependencies &Into;
  IncludesByOffset &OfMain;
  DenseMap<const FileEntry *, size_t> Index;
};

/// The includes at the head of \p Text; comments may stand between.
std::vector<LeadingInclude> leadingIncludes(StringRef Text,
                                            const IncludesByOffset &OfMain,
                                            const LangOptions &Language) {
  std::vector<LeadingInclude> Leading;
  Lexer Raw(SourceLocation(), Language, Text.begin(), Text.begin(), Text.end());
  Token Next;
  Raw.LexFromRawLexer(Next);
  while (Next.is(tok::hash) && Next.isAtStartOfLine()) {
    Raw.LexFromRawLexer(Next);
    if (Next.isNot(tok::raw_identifier) || Next.getRawIdentifier() != "include")
      break;
    Raw.LexFromRawLexer(Next);
    // The lexer is behind the token, whose first character is wanted.
    const unsigned Offset = Raw.getCurrentBufferOffset() - Next.getLength();
    auto Found = OfMain.find(Offset);
    if (Found == OfMain.end())
      break;
    const size_t End = Text.find(Text[Offset] == '<' ? '>' : '"', Offset + 1);
    Leading.push_back({Text.slice(Offset, End + 1).str(), Found->second.Path,
                       Found->second.IsSystem});
    do
      Raw.LexFromRawLexer(Next);
    while (Next.isNot(tok::eof) && !Next.isAtStartOfLine());
  }
  return Leading;
}

class ScanAction : public PreprocessOnlyAction {
public:
  ScanAction(SourceCache &Cache, StringRef Folder, UnitDependencies &Into)
      : Cache(Cache), Folder(Folder), Into(Into),
        Minimised([this](FileEntryRef File) {
          return this->Cache.directives(
              absoluteIn(this->Folder, File.getName()));
        }) {}

protected:
  bool BeginSourceFileAction(CompilerInstance &Compiler) override {
    Preprocessor &PP = Compiler.getPreprocessor();
    compat::attach(Minimised, PP);
    PP.addPPCallbacks(std::make_unique<IncludeListener>(
        Compiler.getSourceManager(), Folder, Into, OfMain));
    return true;
  }

  void EndSourceFileAction() override {
    const SourceManager &Sources = getCompilerInstance().getSourceManager();
    Into.Leading =
        leadingIncludes(Sources.getBufferData(Sources.getMainFileID()), OfMain,
                        getCompilerInstance().getLangOpts());
  }

private:
  SourceCache &Cache;
  StringRef Folder;
  UnitDependencies &Into;
  IncludesByOffset OfMain;
  compat::MinimisedFiles Minimised;
};

} // namespace

std::optional<UnitDependencies>
DependencyScan::run(StringRef File, const CompileCommand &Command,
                    IntrusiveRefCntPtr<vfs::FileSystem> View) const {
  UnitDependencies Found;
  Found.MainFile = absoluteIn(Command.Directory, File);
  // Counts errors and prints nothing.
  DiagnosticConsumer Errors;
  bool HasRun = false;
  auto Prepare = [&](CompilerInvocation &Invocation) {
    HasRun = true;
    Found.IsOlderThanCoroutines = !compat::languageOf(Invocation).CPlusPlus20;
    if (Found.IsOlderThanCoroutines)
      return false;
    for (const auto &[Macro, IsUndefined] :
         Invocation.getPreprocessorOpts().Macros)
      if (!IsUndefined)
        Found.Macros.push_back(Macro);
    return true;
  };
  bool Done = runAction(
      Found.MainFile, Command, std::move(View), Errors,
      [&] {
        return std::make_unique<ScanAction>(Sources, Command.Directory, Found);
      },
      Prepare);
  if (!Done || !HasRun || Errors.getNumErrors())
    return std::nullopt;
  return Found;
}

} // namespace corolint
