#include "Attempt.h"
#include "PrunedInstantiations.h"
#include "RunAction.h"
#include "UninstantiatedCoroutines.h"
#include "UnitConsumer.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyModule.h"
#include "support/LlvmCompat.h"
#include "tidy/GlobalOptions.h"
#include "tidy/Knowledge.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"

using namespace llvm;
using namespace clang;
using namespace clang::tooling;

namespace corolint {

namespace {

class ChecksAction : public ASTFrontendAction {
public:
  ChecksAction(tidy::ClangTidyASTConsumerFactory &Checks,
               const KnowledgeBase &Base, UnitCosts &Costs, bool &HasMissed)
      : Checks(Checks), Base(Base), Costs(Costs), HasMissed(HasMissed) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    auto Consumer = std::make_unique<UnitConsumer>(
        Checks.createASTConsumer(Compiler, File), Compiler, Base, Costs);
    if (Compiler.getFrontendOpts().SkipFunctionBodies)
      Compiler.setExternalSemaSource(makeIntrusiveRefCnt<PrunedInstantiations>(
          Consumer->bodies(), Costs.PrunedInstantiations));
    return Consumer;
  }

  void EndSourceFileAction() override {
    CompilerInstance &Compiler = getCompilerInstance();
    HasMissed = Compiler.getFrontendOpts().SkipFunctionBodies &&
                hasUninstantiatedCoroutine(Compiler.getASTContext());
  }

private:
  tidy::ClangTidyASTConsumerFactory &Checks;
  const KnowledgeBase &Base;
  UnitCosts &Costs;
  bool &HasMissed;
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
  tidy::ClangTidyASTConsumerFactory Checks(Context);
  bool HasMissed = false;
  bool Done = runAction(
      File, Fit, std::move(FS), FromCompiler,
      [&] {
        return std::make_unique<ChecksAction>(Checks, *Knowledge, Costs,
                                              HasMissed);
      },
      [&](CompilerInvocation &Invocation) {
        Invocation.getFrontendOpts().SkipFunctionBodies = Taken.SkipBodies;
        Invocation.getPreprocessorOpts().ImplicitPCHInclude =
            Taken.PrecompiledHeader;
        return true;
      });
  return Done && !HasMissed;
}

} // namespace corolint
