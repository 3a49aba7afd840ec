#include "Attempt.h"
#include "Disarm.h"
#include "OneCommand.h"
#include "UnitConsumer.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyModule.h"
#include "support/LlvmCompat.h"
#include "tidy/GlobalOptions.h"
#include "tidy/Knowledge.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"

using namespace llvm;
using namespace clang;
using namespace clang::tooling;

namespace corolint {

namespace {

class ChecksAction : public ASTFrontendAction {
public:
  ChecksAction(tidy::ClangTidyASTConsumerFactory &Checks,
               const KnowledgeBase &Base, UnitCosts &Costs)
      : Checks(Checks), Base(Base), Costs(Costs) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    return std::make_unique<UnitConsumer>(
        Checks.createASTConsumer(Compiler, File), Compiler, Base, Costs);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
  const KnowledgeBase &Base;
  UnitCosts &Costs;
};

class ChecksActionFactory : public FrontendActionFactory {
public:
  ChecksActionFactory(tidy::ClangTidyASTConsumerFactory &Checks,
                      const KnowledgeBase &Base, const Shortcuts &Taken,
                      UnitCosts &Costs)
      : Checks(Checks), Base(Base), Taken(Taken), Costs(Costs) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<ChecksAction>(Checks, Base, Costs);
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Client) override {
    disarm(*Invocation);
    // As clang-tidy does, so that both see the same program.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    Invocation->getFrontendOpts().SkipFunctionBodies = Taken.SkipBodies;
    Invocation->getPreprocessorOpts().ImplicitPCHInclude =
        Taken.PrecompiledHeader;
    return FrontendActionFactory::runInvocation(std::move(Invocation), Files,
                                                std::move(Containers), Client);
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
  const KnowledgeBase &Base;
  const Shortcuts &Taken;
  UnitCosts &Costs;
};

/// In 19 a consumer takes the header filter of the file that is current when
/// it is made.
tidy::ClangTidyContext &madeCurrent(tidy::ClangTidyContext &Context,
                                    StringRef File) {
  Context.setCurrentFile(File);
  return Context;
}

} // namespace

std::shared_ptr<const KnowledgeBase>
knowledgeFor(StringRef File, const tidy::ClangTidyOptions &Options) {
  auto Files = Options.CheckOptions.find(KnowledgeOption);
  // The configuration has been checked.
  std::vector<std::string> Ignored;
  return loadKnowledge(
      Files == Options.CheckOptions.end() ? "" : Files->second.Value, File,
      Ignored);
}

Attempt::Attempt(TidyConfig &Config, StringRef File)
    : File(File), Context(Config.provider()),
      FromChecks(madeCurrent(Context, File)),
      Diagnostics(compat::attachDiagnostics(Context, &FromChecks)),
      FromCompiler(FromChecks),
      Knowledge(knowledgeFor(File, Context.getOptions())) {}

bool Attempt::run(const CompileCommand &Command, Keep How,
                  const Shortcuts &Taken,
                  IntrusiveRefCntPtr<vfs::FileSystem> FS, UnitCosts &Costs) {
  CompileCommand Fit = Command;
  Fit.CommandLine = fitForAnalysis(Command, How);
  OneCommand Database(Fit);
  ClangTool Tool(Database, {File}, std::make_shared<PCHContainerOperations>(),
                 std::move(FS));
  Tool.setDiagnosticConsumer(&FromCompiler);
  Tool.setPrintErrorMessage(false);
  tidy::ClangTidyASTConsumerFactory Checks(Context);
  ChecksActionFactory Factory(Checks, *Knowledge, Taken, Costs);
  return Tool.run(&Factory) == 0;
}

} // namespace corolint
