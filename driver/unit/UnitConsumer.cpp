#include "UnitConsumer.h"
#include "support/AstWalk.h"
#include "tidy/RuleTimes.h"
#include "clang/AST/ASTContext.h"

using namespace llvm;
using namespace clang;

namespace corolint {

static std::vector<std::unique_ptr<ASTConsumer>>
only(std::unique_ptr<ASTConsumer> One) {
  std::vector<std::unique_ptr<ASTConsumer>> List;
  List.push_back(std::move(One));
  return List;
}

UnitConsumer::UnitConsumer(std::unique_ptr<ASTConsumer> Checks,
                           CompilerInstance &Compiler,
                           const KnowledgeBase &Base, UnitCosts &Costs)
    : MultiplexConsumer(only(std::move(Checks))),
      Bodies(Compiler.getSourceManager(), Base), Costs(Costs),
      Start(cpuTime()) {}

bool UnitConsumer::shouldSkipFunctionBody(Decl *D) {
  bool Skips = Bodies.canSkip(*D);
  Costs.SkippedBodies += Skips;
  return Skips;
}

void UnitConsumer::HandleTranslationUnit(ASTContext &Context) {
  uint64_t Parsed = cpuTime();
  Costs.Phases.push_back({"parse", Parsed - Start});
  // The checks look at nothing else, and the walk over the headers of the
  // system costs more than they do.
  std::vector<Decl *> Scope;
  for (Decl *D : Context.getTranslationUnitDecl()->noload_decls())
    if (D->getLocation().isValid() && !isInSystemHeader(*D))
      Scope.push_back(D);
  Context.setTraversalScope(Scope);
  RuleTimes Times;
  recordRuleTimes(&Times);
  MultiplexConsumer::HandleTranslationUnit(Context);
  recordRuleTimes(nullptr);
  Costs.Checks.assign(Times.begin(), Times.end());
  Costs.Phases.push_back({"checks", cpuTime() - Parsed});
}

} // namespace corolint
