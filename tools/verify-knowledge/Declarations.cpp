// Lists what a translation unit declares, spelled as the checks spell it, for
// verify.py; separated by tabs:
//   function NAME
//   variable NAME
//   type NAME BASE...      the direct bases
//   alias NAME WHAT        a typedef, using declaration or namespace alias
//   opens SCOPE NAMESPACE  a using directive
//
// usage: corolint-declarations FILE -- FLAGS...

#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace clang;
using namespace corolint;

namespace {

/// The class that \p T names; of a type that depends on template parameters
/// its template. Empty for what is no class.
std::string nameOf(QualType T) {
  if (const CXXRecordDecl *R = recordOf(T))
    return qualifiedName(*R);
  if (const auto *Written = T->getAs<TemplateSpecializationType>())
    if (const TemplateDecl *D = Written->getTemplateName().getAsTemplateDecl())
      return qualifiedName(*D);
  return "";
}

class Lister : public RecursiveASTVisitor<Lister> {
public:
  bool VisitFunctionDecl(FunctionDecl *F) {
    return add({"function", qualifiedName(*F)});
  }

  bool VisitVarDecl(VarDecl *V) {
    return V->isLocalVarDeclOrParm() || add({"variable", qualifiedName(*V)});
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *R) {
    std::vector<std::string> Line{"type", qualifiedName(*R)};
    if (R->isThisDeclarationADefinition())
      for (const CXXBaseSpecifier &Base : R->bases())
        Line.push_back(nameOf(Base.getType()));
    return add(Line);
  }

  bool VisitTypedefNameDecl(TypedefNameDecl *T) {
    return add({"alias", qualifiedName(*T), nameOf(T->getUnderlyingType())});
  }

  bool VisitUsingDecl(UsingDecl *U) {
    for (const UsingShadowDecl *Shadow : U->shadows())
      add({"alias", qualifiedName(*U),
           qualifiedName(*Shadow->getTargetDecl())});
    return true;
  }

  bool VisitNamespaceAliasDecl(NamespaceAliasDecl *A) {
    return add({"alias", qualifiedName(*A), qualifiedName(*A->getNamespace())});
  }

  bool VisitUsingDirectiveDecl(UsingDirectiveDecl *U) {
    const auto *In = dyn_cast<NamespaceDecl>(U->getDeclContext());
    return !In || add({"opens", qualifiedName(*In),
                       qualifiedName(*U->getNominatedNamespace())});
  }

  std::set<std::string> Lines;

private:
  bool add(ArrayRef<std::string> Line) {
    Lines.insert(llvm::join(Line, "\t"));
    return true;
  }
};

class Consumer : public ASTConsumer {
  void HandleTranslationUnit(ASTContext &Context) override {
    Lister All;
    All.TraverseDecl(Context.getTranslationUnitDecl());
    for (const std::string &Line : All.Lines)
      llvm::outs() << Line << '\n';
  }
};

class Action : public ASTFrontendAction {
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 StringRef) override {
    return std::make_unique<Consumer>();
  }
};

} // namespace

int main(int Count, const char **Arguments) {
  if (Count < 3 || StringRef(Arguments[2]) != "--") {
    llvm::errs() << "usage: corolint-declarations FILE -- FLAGS...\n";
    return 2;
  }
  auto Text = llvm::MemoryBuffer::getFile(Arguments[1]);
  if (!Text) {
    llvm::errs() << "corolint-declarations: error: cannot read '"
                 << Arguments[1] << "': " << Text.getError().message() << '\n';
    return 2;
  }
  std::vector<std::string> Flags(Arguments + 3, Arguments + Count);
  Flags.insert(Flags.begin(), {"-resource-dir", COROLINT_RESOURCE_DIR});
  return tooling::runToolOnCodeWithArgs(std::make_unique<Action>(),
                                        (*Text)->getBuffer(), Flags,
                                        Arguments[1])
             ? 0
             : 3;
}
