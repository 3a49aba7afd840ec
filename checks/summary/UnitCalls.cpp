#include "summary/UnitCalls.h"
#include "support/AstWalk.h"
#include "support/InSight.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace corolint {

/// \p F and what it is an instance of.
static SmallVector<const FunctionDecl *, 2> keysOf(const FunctionDecl &F) {
  SmallVector<const FunctionDecl *, 2> Keys{F.getCanonicalDecl()};
  if (const FunctionDecl *Pattern = F.getTemplateInstantiationPattern())
    Keys.push_back(Pattern->getCanonicalDecl());
  return Keys;
}

/// Finds the calls; what a template does, its instances tell.
class UnitCalls::Collector : public RecursiveASTVisitor<Collector> {
public:
  explicit Collector(UnitCalls &Into) : Into(Into) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  // Whole namespaces are left out at their head.
  bool TraverseDecl(Decl *D) {
    if (D && !isa<TranslationUnitDecl>(D) && isInSystemHeader(*D))
      return true;
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody() || F->isDependentContext())
      return true;
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        if (Init->isWritten())
          walk(Init->getInit(), F);
    walk(writtenBody(*F), F);
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
        walk(Parameter->getDefaultArg(), nullptr);
    } else if (!V->isLocalVarDecl()) {
      walk(V->getInit(), nullptr);
    }
    return true;
  }

  bool VisitFieldDecl(FieldDecl *Field) {
    walk(Field->getInClassInitializer(), nullptr);
    return true;
  }

private:
  void walk(const Stmt *Root, const FunctionDecl *Caller) {
    llvm::DenseSet<const Stmt *> CalleeNames;
    walkEvaluated(Root, [&](const Stmt *S) {
      if (const auto *Construct = dyn_cast<CXXConstructExpr>(S)) {
        add(*Construct->getConstructor(), *Construct, Caller);
      } else if (const auto *Call = dyn_cast<CallExpr>(S)) {
        if (const FunctionDecl *Callee = Call->getDirectCallee()) {
          CalleeNames.insert(Call->getCallee()->IgnoreParenImpCasts());
          add(*Callee, *Call, Caller);
          escapeByConversion(*Callee);
        }
      } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
        if (!CalleeNames.contains(S))
          escape(Ref->getDecl());
      } else if (const auto *Member = dyn_cast<MemberExpr>(S)) {
        if (!CalleeNames.contains(S))
          escape(Member->getMemberDecl());
      }
      return true;
    });
  }

  void add(const FunctionDecl &Callee, const Expr &Node,
           const FunctionDecl *Caller) {
    for (const FunctionDecl *Key : keysOf(Callee))
      Into.Calls[Key].push_back({&Node, Caller});
  }

  void escape(const Decl *Named) {
    if (const auto *F = dyn_cast_or_null<FunctionDecl>(Named))
      for (const FunctionDecl *Key : keysOf(*F))
        Into.Escaped.insert(Key);
  }

  /// A lambda that becomes a pointer is called through it.
  void escapeByConversion(const FunctionDecl &Callee) {
    if (const auto *Conversion = dyn_cast<CXXConversionDecl>(&Callee);
        Conversion && Conversion->getParent()->isLambda())
      escape(Conversion->getParent()->getLambdaCallOperator());
  }

  UnitCalls &Into;
};

ArrayRef<UnitCall> UnitCalls::of(const FunctionDecl &F) {
  if (!isOnlyCalledHere(F))
    return {};
  if (!Collected) {
    Collected = true;
    // The traversal of the unit itself would keep to the host's scope: in
    // clangd the main file, but instances of a header's templates also call.
    Collector Callers(*this);
    for (Decl *D : Context.getTranslationUnitDecl()->decls())
      Callers.TraverseDecl(D);
  }
  for (const FunctionDecl *Key : keysOf(F))
    if (Escaped.contains(Key))
      return {};
  auto Found = Calls.find(F.getCanonicalDecl());
  return Found == Calls.end() ? ArrayRef<UnitCall>()
                              : ArrayRef<UnitCall>(Found->second);
}

} // namespace corolint
