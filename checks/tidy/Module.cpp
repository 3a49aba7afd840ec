// Registers every rule with clang-tidy. In a plugin, PluginGuard.cpp comes
// first and may end the process.

#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang-tidy/ClangTidyModuleRegistry.h"
#include "rules/Rule.h"
#include "tidy/RuleCheck.h"

using namespace clang::tidy;

namespace corolint {
namespace {

class Module : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    for (const Rule *R : allRules())
      Factories.registerCheckFactory(
          R->Info.Name, [R](llvm::StringRef Name, ClangTidyContext *Context) {
            return std::make_unique<RuleCheck>(*R, Name, Context);
          });
  }
};

} // namespace

static ClangTidyModuleRegistry::Add<Module> Registered("corolint",
                                                       "Misuse of coroutines.");

} // namespace corolint
