#include "model/Names.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/SmallVector.h"

using namespace clang;

namespace corolint {

std::string unqualifiedName(const NamedDecl &D) {
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&D))
    return Constructor->getParent()->getNameAsString();
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&D))
    return "~" + Destructor->getParent()->getNameAsString();
  if (const auto *Conversion = dyn_cast<CXXConversionDecl>(&D)) {
    PrintingPolicy Policy(D.getASTContext().getLangOpts());
    return "operator " + Conversion->getConversionType().getAsString(Policy);
  }
  return D.getNameAsString();
}

std::string qualifiedName(const NamedDecl &D) {
  llvm::SmallVector<std::string, 4> Parts{unqualifiedName(D)};
  for (const DeclContext *Context = D.getDeclContext(); Context;
       Context = Context->getParent()) {
    if (const auto *Namespace = dyn_cast<NamespaceDecl>(Context)) {
      if (!Namespace->isInline() && !Namespace->isAnonymousNamespace())
        Parts.push_back(Namespace->getNameAsString());
    } else if (const auto *Record = dyn_cast<CXXRecordDecl>(Context)) {
      Parts.push_back(Record->getNameAsString());
    }
  }
  std::string Name;
  for (const std::string &Part : llvm::reverse(Parts)) {
    if (!Name.empty())
      Name += "::";
    Name += Part;
  }
  return Name;
}

std::string mention(const NamedDecl &D) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&D);
      Method && Method->getParent()->isLambda())
    return "the lambda";
  if (isa<CXXConstructorDecl>(D))
    return "the constructor of '" + unqualifiedName(D) + "'";
  return "'" + unqualifiedName(D) + "'";
}

std::string spoken(QualType T, const ASTContext &Context) {
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.SuppressUnwrittenScope = true;
  // Versions of Clang differ in how they spell deduced arguments.
  if (isa_and_nonnull<ClassTemplateSpecializationDecl>(
          T->getAsCXXRecordDecl()) &&
      !T->getAs<TemplateSpecializationType>() && !T->getAs<TypedefType>())
    T = T.getCanonicalType();
  return T.getAsString(Policy);
}

} // namespace corolint
