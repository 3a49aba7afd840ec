#include "PrecompiledHeader.h"
#include "ArgumentFilter.h"
#include "Attempt.h"
#include "Paths.h"
#include "RecordingFS.h"
#include "RunAction.h"
#include "SkippedBodies.h"
#include "support/LlvmCompat.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace clang;
using namespace clang::tooling;

namespace corolint {

namespace {

/// Stands for the file in flags that are compared.
constexpr llvm::StringLiteral AnyFile = "*";

/// \p Command with \p File for the file that it compiles.
std::vector<std::string> withFile(const CompileCommand &Command,
                                  StringRef Compiled, StringRef File) {
  ArgumentsAdjuster Strip = combineAdjusters(
      getClangStripOutputAdjuster(), getClangStripDependencyFileAdjuster());
  std::vector<std::string> Line = Strip(Command.CommandLine, "");
  for (std::string &Argument : Line)
    if (!StringRef(Argument).starts_with("-") &&
        absolutePath(Argument, Command.Directory) == Compiled)
      Argument = File.str();
  return Line;
}

class SkippingConsumer : public MultiplexConsumer {
public:
  SkippingConsumer(std::vector<std::unique_ptr<ASTConsumer>> Writers,
                   const SourceManager &Sources, const KnowledgeBase &Base)
      : MultiplexConsumer(std::move(Writers)), Bodies(Sources, Base) {}

  bool shouldSkipFunctionBody(Decl *D) override { return Bodies.canSkip(*D); }

private:
  SkippedBodies Bodies;
};

class PrecompileAction : public GeneratePCHAction {
public:
  PrecompileAction(const KnowledgeBase &Base, bool &IsOfSystem)
      : Base(Base), IsOfSystem(IsOfSystem) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    std::vector<std::unique_ptr<ASTConsumer>> Writers;
    Writers.push_back(GeneratePCHAction::CreateASTConsumer(Compiler, File));
    if (!Writers.back())
      return nullptr;
    return std::make_unique<SkippingConsumer>(
        std::move(Writers), Compiler.getSourceManager(), Base);
  }

  void EndSourceFileAction() override {
    const SourceManager &Sources = getCompilerInstance().getSourceManager();
    IsOfSystem = true;
    for (auto It = Sources.fileinfo_begin(); It != Sources.fileinfo_end();
         ++It) {
      FileID Id = Sources.translateFile(It->first);
      if (Id.isValid() && Id != Sources.getMainFileID() &&
          !Sources.isInSystemHeader(Sources.getLocForStartOfFile(Id)))
        IsOfSystem = false;
    }
    GeneratePCHAction::EndSourceFileAction();
  }

private:
  const KnowledgeBase &Base;
  bool &IsOfSystem;
};

} // namespace

std::string commonFlags(const Unit &U, const CompileCommand &Command) {
  std::vector<std::string> Line = withFile(Command, U.File, AnyFile);
  // No argument has a zero in it.
  return join(Line, StringRef("\0", 1)) + '\0' + Command.Directory;
}

std::string precompiledHeaderIn(StringRef Folder) {
  return (Folder + "/headers.pch").str();
}

std::optional<LookedUp> precompile(const Unit &Like,
                                   ArrayRef<std::string> Includes,
                                   StringRef Folder, TidyConfig &Config,
                                   const Shortcuts &Taken,
                                   IntrusiveRefCntPtr<vfs::FileSystem> FS) {
  CompileCommand Command = effectiveCommand(Like, Config);
  Command.CommandLine = fitForAnalysis(Command, Keep::AllKnown);
  // Whoever uses the result looks for its source.
  std::string Header = (Folder + "/headers.hpp").str();
  Command.CommandLine = withFile(Command, Like.File, Header);
  Command.Filename = Header;
  std::error_code Problem;
  raw_fd_ostream Text(Header, Problem);
  for (const std::string &Each : Includes)
    Text << "#include " << Each << '\n';
  Text.close();
  if (Problem || Text.has_error()) {
    Text.clear_error();
    return std::nullopt;
  }

  auto Recording = makeIntrusiveRefCnt<RecordingFS>(std::move(FS));
  DiagnosticConsumer Errors;
  std::shared_ptr<const KnowledgeBase> Base =
      knowledgeFor(Like.File, Config.getOptions(Like.File));
  bool IsOfSystem = false;
  bool Done = runAction(
      Header, Command, Recording, Errors,
      [&] { return std::make_unique<PrecompileAction>(*Base, IsOfSystem); },
      [&](CompilerInvocation &Invocation) {
        FrontendOptions &Frontend = Invocation.getFrontendOpts();
        Frontend.SkipFunctionBodies = Taken.SkipBodies;
        Frontend.OutputFile = precompiledHeaderIn(Folder);
        compat::languageOf(Invocation).PCHInstantiateTemplates = true;
        return true;
      });
  if (!Done || Errors.getNumErrors() || !IsOfSystem)
    return std::nullopt;
  LookedUp Found = Recording->take();
  erase_if(Found.Read,
           [&](const NamedContent &Each) { return Each.Name == Header; });
  return Found;
}

} // namespace corolint
