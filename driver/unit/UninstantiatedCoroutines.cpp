#include "UninstantiatedCoroutines.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace llvm;
using namespace clang;

namespace corolint {

namespace {

/// Stops at the first one.
class Finder : public RecursiveASTVisitor<Finder> {
public:
  bool VisitFunctionTemplateDecl(FunctionTemplateDecl *Template) {
    return !isMissing(*Template);
  }

  // The traversal enters a lambda's body, not its call operator.
  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    FunctionTemplateDecl *Generic =
        Lambda->getCallOperator()->getDescribedFunctionTemplate();
    return !Generic || !isMissing(*Generic);
  }

private:
  static bool isMissing(FunctionTemplateDecl &Template) {
    const FunctionDecl *Pattern = Template.getTemplatedDecl();
    return Pattern->doesThisDeclarationHaveABody() &&
           !Template.getDeclContext()->isDependentContext() &&
           isCoroutine(*Pattern) &&
           none_of(Template.specializations(),
                   [](const FunctionDecl *Instance) {
                     return Instance->isDefined();
                   });
  }
};

} // namespace

bool hasUninstantiatedCoroutine(ASTContext &Context) {
  const SourceManager &Sources = Context.getSourceManager();
  Finder Search;
  for (Decl *D : Context.getTranslationUnitDecl()->noload_decls())
    if (Sources.isInMainFile(Sources.getExpansionLoc(D->getLocation())) &&
        !Search.TraverseDecl(D))
      return true;
  return false;
}

} // namespace corolint
