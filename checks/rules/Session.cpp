#include "rules/Session.h"
#include "rules/Rule.h"
#include "support/AstWalk.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

class FunctionCollector : public RecursiveASTVisitor<FunctionCollector> {
public:
  explicit FunctionCollector(std::vector<const FunctionDecl *> &Into)
      : Into(Into) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    // Whole namespaces of system headers are left out here, at their head.
    if (D && !isa<TranslationUnitDecl>(D) && D->getLocation().isValid() &&
        isInSystemHeader(*D))
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

private:
  void add(const FunctionDecl &F) {
    if (F.doesThisDeclarationHaveABody() && !F.isInvalidDecl() &&
        !F.isDefaulted() && Seen.insert(&F).second)
      Into.push_back(&F);
  }

  std::vector<const FunctionDecl *> &Into;
  llvm::DenseSet<const FunctionDecl *> Seen;
};

} // namespace

ArrayRef<const FunctionDecl *> Session::functions() {
  if (!Collected) {
    Collected = true;
    FunctionCollector Collector(Functions);
    for (Decl *D : Model.context().getTraversalScope())
      Collector.TraverseDecl(D);
  }
  return Functions;
}

void RuleContext::report(Finding New) {
  const SourceManager &Sources = Shared.Model.context().getSourceManager();
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
    R.Run(*F, Context);
  return std::move(Context.Findings);
}

} // namespace corolint
