#include "summary/UnitCalls.h"
#include "support/AstWalk.h"
#include "support/InSight.h"
#include "support/UnitBodies.h"
#include "clang/AST/DeclTemplate.h"

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
class UnitCalls::Collector {
public:
  explicit Collector(UnitCalls &Into) : Into(Into) {}

  void look(const Stmt &Root, const FunctionDecl *Caller) {
    llvm::DenseSet<const Stmt *> CalleeNames;
    walkEvaluated(&Root, [&](const Stmt *S) {
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

private:
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

void UnitCalls::collect() {
  if (Collected)
    return;
  Collected = true;
  Collector Callers(*this);
  forEachBody(Context, [&](const Stmt &Root, const FunctionDecl *Caller) {
    if (!Caller || !Caller->isDependentContext())
      Callers.look(Root, Caller);
  });
}

ArrayRef<UnitCall> UnitCalls::inSight(const FunctionDecl &F) {
  collect();
  auto Found = Calls.find(F.getCanonicalDecl());
  return Found == Calls.end() ? ArrayRef<UnitCall>()
                              : ArrayRef<UnitCall>(Found->second);
}

bool UnitCalls::isHandedOn(const FunctionDecl &F) {
  collect();
  return llvm::any_of(keysOf(F), [&](const FunctionDecl *Key) {
    return Escaped.contains(Key);
  });
}

ArrayRef<UnitCall> UnitCalls::of(const FunctionDecl &F) {
  if (!isOnlyCalledHere(F) || isHandedOn(F))
    return {};
  return inSight(F);
}

} // namespace corolint
