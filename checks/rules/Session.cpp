#include "rules/Session.h"
#include "flow/ExpectedFailure.h"
#include "rules/Rule.h"
#include "support/AstWalk.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

class FunctionCollector : public RecursiveASTVisitor<FunctionCollector> {
public:
  FunctionCollector(AsyncModel &Model, std::vector<const FunctionDecl *> &Into,
                    llvm::DenseSet<const FunctionDecl *> &Failing)
      : Model(Model), Into(Into), Failing(Failing) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    // Whole namespaces of system headers are left out here, at their head, and
    // so is what a known library has in headers that were found by -I.
    if (D && !isa<TranslationUnitDecl>(D) && D->getLocation().isValid() &&
        Model.facts().foreign().contains(*D))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitFunctionDecl(FunctionDecl *F) {
    add(*F);
    return true;
  }

  // The traversal enters a lambda's body, not its call operator.
  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    add(*Lambda->getCallOperator());
    if (FunctionTemplateDecl *Generic =
            Lambda->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Instance : Generic->specializations())
        if (Instance->doesThisDeclarationHaveABody())
          TraverseDecl(Instance);
    return true;
  }

  // Only what such a call is given in place is known to be there for it alone.
  bool VisitCallExpr(CallExpr *Call) {
    auto IsLambda = [](const Expr *E) { return isa<LambdaExpr>(stripped(E)); };
    if (llvm::none_of(Call->arguments(), IsLambda))
      return true;
    if (std::optional<CallSite> Site = asCall(*Call))
      for (unsigned I = 0; I != Site->Arguments.size(); ++I)
        if (const auto *Lambda =
                dyn_cast<LambdaExpr>(stripped(Site->Arguments[I]));
            Lambda && expectsFailure(*Site, I, Model))
          Failing.insert(Lambda->getCallOperator());
    return true;
  }

private:
  void add(const FunctionDecl &F) {
    if (F.doesThisDeclarationHaveABody() && !F.isInvalidDecl() &&
        !F.isDefaulted() && Seen.insert(&F).second)
      Into.push_back(&F);
  }

  AsyncModel &Model;
  std::vector<const FunctionDecl *> &Into;
  llvm::DenseSet<const FunctionDecl *> &Failing;
  llvm::DenseSet<const FunctionDecl *> Seen;
};

} // namespace

ArrayRef<const FunctionDecl *> Session::functions() {
  if (!Collected) {
    Collected = true;
    FunctionCollector Collector(Model, Functions, Failing);
    for (Decl *D : Model.context().getTraversalScope())
      Collector.TraverseDecl(D);
  }
  return Functions;
}

bool Session::isInTest(const FunctionDecl &F) {
  if (!Tests)
    Tests = std::make_unique<UnitTests>(functions(), Model.context(),
                                        Model.facts());
  return Tests->contains(F);
}

bool Session::isExpectedToFail(const FunctionDecl &F) {
  for (const DeclContext *Around = &F; Around; Around = Around->getParent())
    if (const auto *Function = dyn_cast<FunctionDecl>(Around);
        Function && Failing.contains(Function))
      return true;
  return false;
}

void RuleContext::report(Finding New) {
  const SourceManager &Sources = Shared.Model.context().getSourceManager();
  if (standsInMacro(New.Where, &FunctionFact::ExpectsFailure,
                    Shared.Model.context(), Shared.Model.facts()))
    return;
  // Of a macro, only the finding itself shows how it expands.
  for (Note &Further : New.Notes)
    if (Further.Where == New.Where)
      Further.Where = Sources.getExpansionLoc(New.Where);
  if (Reported.insert(Sources.getExpansionLoc(New.Where)).second)
    Findings.push_back(std::move(New));
}

std::vector<Finding> runRule(const Rule &R, Session &Shared,
                             const RuleContext::Options &Settings) {
  RuleContext Context(Shared, Settings);
  for (const FunctionDecl *F : Shared.functions())
    if (!Shared.isExpectedToFail(*F))
      R.Run(*F, Context);
  return std::move(Context.Findings);
}

} // namespace corolint
