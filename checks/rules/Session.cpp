#include "rules/Session.h"
#include "rules/Rule.h"
#include "support/AstWalk.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace corolint {
namespace {

class FunctionCollector : public RecursiveASTVisitor<FunctionCollector> {
public:
  FunctionCollector(AsyncModel &Model, std::vector<const FunctionDecl *> &Into)
      : Model(Model), Into(Into) {}

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

private:
  void add(const FunctionDecl &F) {
    if (F.doesThisDeclarationHaveABody() && !F.isInvalidDecl() &&
        !F.isDefaulted() && Seen.insert(&F).second)
      Into.push_back(&F);
  }

  AsyncModel &Model;
  std::vector<const FunctionDecl *> &Into;
  llvm::DenseSet<const FunctionDecl *> Seen;
};

} // namespace

ArrayRef<const FunctionDecl *> Session::functions() {
  if (!Collected) {
    Collected = true;
    FunctionCollector Collector(Model, Functions);
    for (Decl *D : Model.context().getTraversalScope())
      Collector.TraverseDecl(D);
  }
  return Functions;
}

/// True if \p Where stands inside of a macro that is there to see it fail.
static bool isExpectedToFail(SourceLocation Where, AsyncModel &Model) {
  const SourceManager &Sources = Model.context().getSourceManager();
  for (; Where.isMacroID(); Where = Sources.getImmediateMacroCallerLoc(Where))
    for (const FunctionFact *Fact :
         Model.facts().macro(Lexer::getImmediateMacroName(
             Where, Sources, Model.context().getLangOpts())))
      if (Fact->ExpectsFailure)
        return true;
  return false;
}

void RuleContext::report(Finding New) {
  const SourceManager &Sources = Shared.Model.context().getSourceManager();
  if (isExpectedToFail(New.Where, Shared.Model))
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
    R.Run(*F, Context);
  return std::move(Context.Findings);
}

} // namespace corolint
