#include "RunAction.h"
#include "Disarm.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"

using namespace llvm;
using namespace clang;
using namespace clang::tooling;

namespace corolint {

namespace {

/// A database of one command.
class OneCommand : public CompilationDatabase {
public:
  explicit OneCommand(const CompileCommand &Command) : Command(Command) {}

  std::vector<CompileCommand> getCompileCommands(StringRef) const override {
    return {Command};
  }

private:
  const CompileCommand &Command;
};

class OneAction : public FrontendActionFactory {
public:
  OneAction(function_ref<std::unique_ptr<FrontendAction>()> Make,
            function_ref<bool(CompilerInvocation &)> Adjust)
      : Make(Make), Adjust(Adjust) {}

  std::unique_ptr<FrontendAction> create() override { return Make(); }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Client) override {
    disarm(*Invocation);
    // As clang-tidy does, so that both see the same program.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    if (!Adjust(*Invocation))
      return true;
    return FrontendActionFactory::runInvocation(std::move(Invocation), Files,
                                                std::move(Containers), Client);
  }

private:
  function_ref<std::unique_ptr<FrontendAction>()> Make;
  function_ref<bool(CompilerInvocation &)> Adjust;
};

} // namespace

bool runAction(StringRef File, const CompileCommand &Command,
               IntrusiveRefCntPtr<vfs::FileSystem> FS,
               DiagnosticConsumer &Errors,
               function_ref<std::unique_ptr<FrontendAction>()> Make,
               function_ref<bool(CompilerInvocation &)> Adjust) {
  OneCommand Database(Command);
  ClangTool Tool(Database, {File.str()},
                 std::make_shared<PCHContainerOperations>(), std::move(FS));
  Tool.setDiagnosticConsumer(&Errors);
  Tool.setPrintErrorMessage(false);
  OneAction Action(Make, Adjust);
  return Tool.run(&Action) == 0;
}

} // namespace corolint
