#include "flow/ThreadLocals.h"
#include "model/ContainerShape.h"
#include "model/ViewType.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {

std::optional<ThreadState> threadState(const FunctionDecl &Callee,
                                       AsyncModel &Model) {
  for (const FunctionFact *Fact : Model.facts().function(Callee))
    if (Fact->OfThread)
      return Fact->OfThread;
  return std::nullopt;
}

namespace {

class Follower {
public:
  explicit Follower(AsyncModel &Model) : Model(Model) {}

  /// \p E is the variable, a part of it, or an element.
  const VarDecl *object(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (const VarDecl *V = namedVariable(Node)) {
      if (V->getTLSKind() != VarDecl::TLS_None)
        return V;
      return V->getType()->isReferenceType() ? initialised(*V) : nullptr;
    }
    if (const auto *Member = dyn_cast<MemberExpr>(Node)) {
      if (const auto *V = dyn_cast<VarDecl>(Member->getMemberDecl()))
        return V->getTLSKind() != VarDecl::TLS_None ? V : nullptr;
      return Member->isArrow() ? owned(*Member->getBase())
                               : object(*Member->getBase());
    }
    if (const auto *Unary = dyn_cast<UnaryOperator>(Node))
      return Unary->getOpcode() == UO_Deref ? view(*Unary->getSubExpr())
                                            : nullptr;
    if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Node))
      return object(*Element->getBase()->IgnoreImplicit());
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node)) {
      if (Operator->getOperator() == OO_Subscript)
        return object(*Operator->getArg(0));
      return Operator->getOperator() == OO_Star && Operator->getNumArgs() == 1
                 ? owned(*Operator->getArg(0))
                 : nullptr;
    }
    return call(*Node, true);
  }

  /// \p E is a pointer, iterator or view that leads to it.
  const VarDecl *view(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (const auto *Unary = dyn_cast<UnaryOperator>(Node))
      return Unary->getOpcode() == UO_AddrOf ? object(*Unary->getSubExpr())
                                             : nullptr;
    if (const VarDecl *V = namedVariable(Node))
      return V->getType()->isArrayType()        ? object(*Node)
             : !V->getType()->isReferenceType() ? initialised(*V)
                                                : nullptr;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node))
      return Construct->getNumArgs() != 0 && viewKind(Node->getType())
                 ? object(*Construct->getArg(0))
                 : nullptr;
    return call(*Node, false);
  }

private:
  /// What the box or the iterator \p E leads to; what a shared handle leads to
  /// may be everybody's.
  const VarDecl *owned(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Node);
        Arrow && Arrow->getOperator() == OO_Arrow)
      Node = stripped(Arrow->getArg(0));
    if (viewKind(Node->getType()))
      return view(*Node);
    return isSoleOwner(Node->getType()) ? object(*Node) : nullptr;
  }

  static bool isSoleOwner(QualType T) {
    const CXXRecordDecl *Record = recordOf(T);
    return Record && containerShape(T) == ContainerShape::Box &&
           findMethod(*Record, "reset") && !findMethod(*Record, "use_count");
  }

  const VarDecl *initialised(const VarDecl &V) {
    if (!V.hasLocalStorage() || isa<ParmVarDecl>(V) || !V.getInit() ||
        !Seen.insert(&V).second)
      return nullptr;
    return V.getType()->isReferenceType() ? object(*V.getInit())
                                          : view(*V.getInit());
  }

  const VarDecl *call(const Expr &Node, bool AsObject) {
    const auto *Call = dyn_cast<CallExpr>(&Node);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee)
      return nullptr;
    const QualType Result = Callee->getReturnType();
    const bool Refers =
        AsObject ? Result->isReferenceType()
                 : !Result->isReferenceType() && viewKind(Result).has_value();
    if (!Refers)
      return nullptr;
    if (!isOfStandardLibrary(*Callee))
      return returned(*Callee);
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    if (!Member)
      return nullptr;
    const Expr &Object = *Member->getImplicitObjectArgument();
    return containerShape(Object.getType()) == ContainerShape::Box
               ? owned(Object)
               : object(Object);
  }

  /// What every return of \p Callee gives, if that is one variable.
  const VarDecl *returned(const FunctionDecl &Callee) {
    const FunctionDecl *Body = Model.facts().readableDefinition(Callee);
    if (!Body || isCoroutine(*Body) || !Entered.insert(Body).second)
      return nullptr;
    const VarDecl *Found = nullptr;
    bool Others = false;
    walkEvaluated(writtenBody(*Body), [&](const Stmt *S) {
      const auto *Return = dyn_cast<ReturnStmt>(S);
      if (!Return || !Return->getRetValue())
        return true;
      const VarDecl *V = Callee.getReturnType()->isReferenceType()
                             ? object(*Return->getRetValue())
                             : view(*Return->getRetValue());
      Others |= !V || (Found && Found != V);
      Found = V;
      return true;
    });
    return Others ? nullptr : Found;
  }

  AsyncModel &Model;
  llvm::SmallPtrSet<const VarDecl *, 4> Seen;
  llvm::SmallPtrSet<const FunctionDecl *, 4> Entered;
};

} // namespace

const VarDecl *threadLocalOf(const Expr &E, AsyncModel &Model) {
  return Follower(Model).object(E);
}

const VarDecl *referredThreadLocal(QualType T, const Expr &Init,
                                   AsyncModel &Model) {
  if (T->isReferenceType())
    return Init.isGLValue() ? Follower(Model).object(Init) : nullptr;
  return viewKind(T) ? Follower(Model).view(Init) : nullptr;
}

const VarDecl *writtenThreadLocal(const Stmt &S, AsyncModel &Model) {
  const Expr *Target = nullptr;
  if (const auto *Binary = dyn_cast<BinaryOperator>(&S)) {
    if (Binary->isAssignmentOp())
      Target = Binary->getLHS();
  } else if (const auto *Unary = dyn_cast<UnaryOperator>(&S)) {
    if (Unary->isIncrementDecrementOp())
      Target = Unary->getSubExpr();
  } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S)) {
    if (Operator->isAssignmentOp())
      Target = Operator->getArg(0);
  } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Method && Method->getIdentifier() && !Method->isConst() &&
        containerChange(Method->getName()))
      Target = Call->getImplicitObjectArgument();
  }
  return Target ? threadLocalOf(*Target, Model) : nullptr;
}

/// The thread_local variables and settings that the body of \p F changes.
static llvm::SmallPtrSet<const NamedDecl *, 2> changedFor(const FunctionDecl &F,
                                                          AsyncModel &Model) {
  llvm::SmallPtrSet<const NamedDecl *, 2> Changed;
  const FunctionDecl *Body = Model.facts().readableDefinition(F);
  if (!Body)
    return Changed;
  walkEvaluated(writtenBody(*Body), [&](const Stmt *S) {
    if (const VarDecl *V = writtenThreadLocal(*S, Model))
      Changed.insert(V->getCanonicalDecl());
    if (std::optional<CallSite> Site = asCall(*S))
      if (threadState(*Site->Callee, Model) == ThreadState::Setting)
        Changed.insert(Site->Callee->getCanonicalDecl());
    return true;
  });
  return Changed;
}

const NamedDecl *scopedThreadState(const CXXRecordDecl &Record,
                                   AsyncModel &Model) {
  const CXXDestructorDecl *Destructor =
      Record.hasDefinition() ? Record.getDestructor() : nullptr;
  if (!Destructor || !Destructor->isUserProvided())
    return nullptr;
  for (const NamedDecl *Back : changedFor(*Destructor, Model))
    for (const CXXConstructorDecl *Constructor : Record.ctors())
      if (changedFor(*Constructor, Model).count(Back))
        return Back;
  return nullptr;
}

} // namespace corolint
