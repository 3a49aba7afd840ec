#include "support/InSight.h"
#include "support/AstWalk.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {

bool isWholeInSight(const CXXRecordDecl &Record) {
  if (Record.isLambda() || Record.isDependentContext() || Record.hasFriends() ||
      isa<ClassTemplateSpecializationDecl>(Record))
    return false;
  return llvm::all_of(Record.decls(), [](const Decl *Member) {
    if (const auto *Nested = dyn_cast<CXXRecordDecl>(Member))
      return Nested->isImplicit() ||
             (!Nested->isDependentContext() && Nested->methods().empty());
    if (isa<FunctionTemplateDecl, ClassTemplateDecl>(Member))
      return false;
    const auto *Method = dyn_cast<CXXMethodDecl>(Member);
    return !Method || !Method->isUserProvided() || Method->isDefined();
  });
}

/// True if \p D stands in the source file, which nobody includes.
static bool isInSourceFile(const Decl &D) {
  const ASTContext &Context = D.getASTContext();
  const SourceManager &Sources = Context.getSourceManager();
  return !Context.getLangOpts().IsHeaderFile &&
         Sources.isInMainFile(Sources.getExpansionLoc(D.getLocation()));
}

static bool nameThisUnit(ArrayRef<TemplateArgument> Arguments);

/// True if no other translation unit can name \p Record.
static bool isOfThisUnit(const CXXRecordDecl &Record) {
  const CXXRecordDecl *Definition = Record.getDefinition();
  if (!Definition)
    return false;
  if (!Definition->isExternallyVisible() || isInSourceFile(*Definition))
    return true;
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(Definition);
  return Instance && nameThisUnit(Instance->getTemplateArgs().asArray());
}

/// True if one of \p Arguments is a class that no other unit can name.
static bool nameThisUnit(ArrayRef<TemplateArgument> Arguments) {
  return llvm::any_of(Arguments, [](const TemplateArgument &Argument) {
    if (Argument.getKind() == TemplateArgument::Pack)
      return nameThisUnit(Argument.pack_elements());
    const CXXRecordDecl *Record =
        Argument.getKind() == TemplateArgument::Type
            ? recordOf(Argument.getAsType(), /*Through=*/true)
            : nullptr;
    return Record && isOfThisUnit(*Record);
  });
}

bool isOnlyCalledHere(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (Method && Method->isVirtual())
    return false;
  if (!F.isExternallyVisible())
    return true;
  if (const TemplateArgumentList *Arguments = F.getTemplateSpecializationArgs();
      Arguments && nameThisUnit(Arguments->asArray()))
    return true;
  if (Method)
    return isOfThisUnit(*Method->getParent()) ||
           (Method->getAccess() == AS_private &&
            isWholeInSight(*Method->getParent()));
  const FunctionTemplateDecl *Template = F.getDescribedFunctionTemplate()
                                             ? F.getDescribedFunctionTemplate()
                                             : F.getPrimaryTemplate();
  return Template && isInSourceFile(*Template->getCanonicalDecl());
}

} // namespace corolint
