#include "support/UnitBodies.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace corolint {
namespace {

class BodyWalk : public RecursiveASTVisitor<BodyWalk> {
public:
  using Visitor = llvm::function_ref<void(const Stmt &, const FunctionDecl *)>;

  explicit BodyWalk(Visitor Visit) : Visit(Visit) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  // Whole namespaces are left out at their head.
  bool TraverseDecl(Decl *D) {
    if (D && !isa<TranslationUnitDecl>(D) && isInSystemHeader(*D))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody())
      return true;
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        if (Init->isWritten())
          give(Init->getInit(), F);
    give(writtenBody(*F), F);
    return true;
  }

  // The traversal enters a lambda's body, not its call operator.
  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    VisitFunctionDecl(Lambda->getCallOperator());
    if (FunctionTemplateDecl *Generic =
            Lambda->getCallOperator()->getDescribedFunctionTemplate())
      for (FunctionDecl *Instance : Generic->specializations())
        TraverseDecl(Instance);
    return true;
  }

  bool VisitVarDecl(VarDecl *V) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(V)) {
      if (Parameter->hasDefaultArg() && !Parameter->hasUnparsedDefaultArg() &&
          !Parameter->hasUninstantiatedDefaultArg())
        give(Parameter->getDefaultArg(), nullptr);
    } else if (!V->isLocalVarDecl()) {
      give(V->getInit(), nullptr);
    }
    return true;
  }

  bool VisitFieldDecl(FieldDecl *Field) {
    give(Field->getInClassInitializer(), nullptr);
    return true;
  }

private:
  void give(const Stmt *Root, const FunctionDecl *Owner) {
    if (Root)
      Visit(*Root, Owner);
  }

  Visitor Visit;
};

} // namespace

void forEachBody(
    const ASTContext &Context,
    llvm::function_ref<void(const Stmt &, const FunctionDecl *)> Visit) {
  // The traversal of the unit itself would keep to the host's scope: in clangd
  // the main file, but instances of a header's templates also count.
  BodyWalk Walk(Visit);
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    Walk.TraverseDecl(D);
}

} // namespace corolint
