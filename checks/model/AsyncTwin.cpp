#include "model/AsyncTwin.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/CharInfo.h"

using namespace clang;

namespace corolint {

static llvm::SmallVector<std::string, 6> twinNames(StringRef Name) {
  std::string Capital = Name.str();
  Capital[0] = clang::toUppercase(Capital[0]);
  const std::string Plain = Name.str();
  return {"async_" + Plain, Plain + "_async", "async" + Capital,
          Plain + "Async",  "co_" + Plain,    "co" + Capital};
}

const FunctionDecl *asyncTwin(const CallSite &Site, AsyncModel &Model) {
  const IdentifierInfo *Name = Site.Callee->getIdentifier();
  if (!Name || Name->getName().empty())
    return nullptr;
  auto IsAsync = [&](const FunctionDecl &F) {
    return Model.type(F.getReturnType()).isAwaitable() ||
           (F.getDescribedFunctionTemplate() &&
            (F.getReturnType()->isDependentType() ||
             F.getReturnType()->isUndeducedType()));
  };
  const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
  ASTContext &Context = Site.Callee->getASTContext();
  for (const std::string &Twin : twinNames(Name->getName())) {
    if (Method) {
      const CXXRecordDecl &Class =
          Site.ObjectClass ? *Site.ObjectClass : *Method->getParent();
      if (const CXXMethodDecl *Found = findMethod(Class, Twin, IsAsync))
        return Found;
      continue;
    }
    // Of the global namespace, everybody's names are part.
    const DeclContext *Scope = Site.Callee->getDeclContext();
    if (Scope->getRedeclContext()->isTranslationUnit())
      return nullptr;
    for (const NamedDecl *D :
         Scope->lookup(DeclarationName(&Context.Idents.get(Twin))))
      if (const FunctionDecl *F = D->getAsFunction(); F && IsAsync(*F))
        return F;
  }
  return nullptr;
}

} // namespace corolint
