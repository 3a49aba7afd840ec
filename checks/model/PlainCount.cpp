#include "model/PlainCount.h"
#include "model/LockType.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/StringMap.h"

using namespace clang;

namespace corolint {
namespace {

/// Counters by qualified name: the copy constructor may be seen in the pattern,
/// the destructor in an instantiation.
using Counters = llvm::StringMap<const FieldDecl *>;

class CountFinder {
public:
  CountFinder(Known &Facts, ASTContext &Context)
      : Facts(Facts), Context(Context) {}

  /// True unless a lock was seen on the way.
  bool collect(const FunctionDecl &F, bool Increments, bool ThisIsShared,
               Counters &Into, unsigned Depth = 0) {
    constexpr unsigned DeepEnough = 3;
    const FunctionDecl *Definition =
        Depth < DeepEnough ? Facts.readableDefinition(F) : nullptr;
    if (!Definition)
      return true;
    bool Unlocked = true;
    auto Look = [&](const Stmt *S) {
      read(*S, Increments, ThisIsShared, Into, Depth, Unlocked);
      return Unlocked;
    };
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Definition))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        walkEvaluated(Init->getInit(), Look);
    walkEvaluated(Definition->getBody(), Look);
    return Unlocked;
  }

private:
  void read(const Stmt &S, bool Increments, bool ThisIsShared, Counters &Into,
            unsigned Depth, bool &Unlocked) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D))
          if (const CXXRecordDecl *R = recordOf(V->getType()))
            Unlocked &=
                classifyGuard(*R, Facts, Context).Owner == LockOwner::None;
    } else if (const auto *Step = dyn_cast<UnaryOperator>(&S)) {
      if (Increments ? Step->isIncrementOp() : Step->isDecrementOp())
        add(*Step->getSubExpr(), ThisIsShared, Into);
    } else if (const auto *Step = dyn_cast<CompoundAssignOperator>(&S)) {
      if (Step->getOpcode() == (Increments ? BO_AddAssign : BO_SubAssign))
        add(*Step->getLHS(), ThisIsShared, Into);
    } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S)) {
      const CXXMethodDecl *Method = Member->getMethodDecl();
      if (!Method)
        return;
      if (Method->getIdentifier() && Method->getName().starts_with("lock"))
        Unlocked = false;
      bool Own =
          isa<CXXThisExpr>(stripped(Member->getImplicitObjectArgument()));
      Unlocked &= collect(*Method, Increments, Own ? ThisIsShared : true, Into,
                          Depth + 1);
    } else if (const auto *Call = dyn_cast<CallExpr>(&S)) {
      if (const FunctionDecl *Callee = Call->getDirectCallee())
        Unlocked &= collect(*Callee, Increments, true, Into, Depth + 1);
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S)) {
      // Delegation of a constructor to another one.
      Unlocked &= collect(*Construct->getConstructor(), Increments,
                          ThisIsShared, Into, Depth + 1);
    }
  }

  /// A member access as far as it matters here; in a pattern what it names is
  /// looked up in the class as it is written.
  struct Access {
    const FieldDecl *Field = nullptr;
    const Expr *Base = nullptr; ///< null if it is no member access
    bool IsArrow = false;
  };

  static Access accessOf(const Expr &E) {
    if (const auto *Member = dyn_cast<MemberExpr>(&E))
      return {dyn_cast<FieldDecl>(Member->getMemberDecl()), Member->getBase(),
              Member->isArrow()};
    const auto *Member = dyn_cast<CXXDependentScopeMemberExpr>(&E);
    if (!Member || Member->isImplicitAccess())
      return {};
    Access Found{nullptr, Member->getBase(), Member->isArrow()};
    if (const CXXRecordDecl *R =
            recordOf(Member->getBaseType(), /*Through=*/true))
      for (const FieldDecl *Field : R->fields())
        if (Field->getDeclName() == Member->getMember())
          Found.Field = Field;
    return Found;
  }

  /// True if the object that \p E names is reached through a pointer, so that
  /// copies share it.
  static bool isShared(const Expr &E, bool ThisIsShared) {
    const Expr *Node = E.IgnoreParenImpCasts();
    if (Access Member = accessOf(*Node); Member.Base) {
      const Expr *Base = Member.Base->IgnoreParenImpCasts();
      if (isa<CXXThisExpr>(Base))
        return ThisIsShared;
      return Member.IsArrow || isShared(*Base, ThisIsShared);
    }
    const auto *Deref = dyn_cast<UnaryOperator>(Node);
    return Deref && Deref->getOpcode() == UO_Deref;
  }

  static void add(const Expr &E, bool ThisIsShared, Counters &Into) {
    const Expr *Node = E.IgnoreParenImpCasts();
    const FieldDecl *Named = accessOf(*Node).Field;
    QualType T = E.isTypeDependent() && Named ? Named->getType() : E.getType();
    if (!T->isIntegerType() || T.isVolatileQualified() ||
        !isShared(E, ThisIsShared))
      return;
    // `++*count_` counts behind the pointer, `++p_->count` in the pointee.
    if (const auto *Deref = dyn_cast<UnaryOperator>(Node))
      Named = accessOf(*Deref->getSubExpr()->IgnoreParenImpCasts()).Field;
    if (Named)
      Into[qualifiedName(*Named)] = Named;
  }

  Known &Facts;
  ASTContext &Context;
};

/// True if \p Copy visibly takes a pointer from the object it copies.
bool sharesPointer(const CXXConstructorDecl &Copy, Known &Facts) {
  const auto *Definition =
      dyn_cast_or_null<CXXConstructorDecl>(Facts.readableDefinition(Copy));
  if (!Definition || Definition->getNumParams() == 0)
    return false;
  const ParmVarDecl *Other = Definition->getParamDecl(0);
  auto TakesFrom = [&](const Expr *Value) {
    bool Mentions = false, New = false;
    walkEvaluated(Value, [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
        Mentions |= Ref->getDecl() == Other;
      New |= isa<CXXNewExpr>(S);
      return true;
    });
    return Mentions && !New;
  };
  for (const CXXCtorInitializer *Init : Definition->inits()) {
    if (Init->isDelegatingInitializer() && TakesFrom(Init->getInit()))
      return true;
    if (Init->isMemberInitializer() &&
        Init->getMember()->getType()->isPointerType() &&
        TakesFrom(Init->getInit()))
      return true;
  }
  bool Found = false;
  walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(S))
      Found |= Assign->getOpcode() == BO_Assign &&
               Assign->getType()->isPointerType() &&
               TakesFrom(Assign->getRHS());
    return !Found;
  });
  return Found;
}

} // namespace

const FieldDecl *findPlainCount(const CXXRecordDecl &Record, Known &Facts,
                                ASTContext &Context) {
  const CXXConstructorDecl *Copy = nullptr;
  for (const CXXConstructorDecl *Constructor : Record.ctors())
    if (Constructor->isCopyConstructor() && Constructor->isUserProvided())
      Copy = Constructor;
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  if (!Copy || !Destructor || !Destructor->isUserProvided() ||
      !sharesPointer(*Copy, Facts))
    return nullptr;
  Counters Up, Down;
  CountFinder Finder(Facts, Context);
  if (!Finder.collect(*Copy, true, false, Up) ||
      !Finder.collect(*Destructor, false, false, Down))
    return nullptr;
  for (const auto &Entry : Up)
    if (Down.count(Entry.getKey()))
      return Entry.getValue();
  return nullptr;
}

} // namespace corolint
