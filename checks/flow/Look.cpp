#include "flow/Look.h"
#include "model/ViewType.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {
namespace {

/// Follows an expression to the container that it looks into. Every step goes
/// to a part of the expression or to the initialiser of another variable, each
/// of which is entered once.
class Follower {
public:
  /// \p E is an element, or a part of one.
  std::optional<Look> element(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Node))
      return ofReference(*Ref);
    if (const auto *Member = dyn_cast<MemberExpr>(Node))
      return ofMember(*Member);
    if (const auto *Unary = dyn_cast<UnaryOperator>(Node))
      return Unary->getOpcode() == UO_Deref ? target(*Unary->getSubExpr())
                                            : std::nullopt;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node)) {
      if (Operator->getOperator() == OO_Star && Operator->getNumArgs() == 1)
        return target(*Operator->getArg(0));
      return Operator->getOperator() == OO_Subscript
                 ? into(*Operator->getArg(0), LooksBy::Reference)
                 : std::nullopt;
    }
    // at(), front(), emplace_back(), value().
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Node);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getReturnType()->isReferenceType())
      return std::nullopt;
    if (std::optional<Look> Found = returned(*Method, *Call))
      return Found;
    const Expr &Object = *Call->getImplicitObjectArgument();
    if (std::optional<Look> Found = into(Object, LooksBy::Reference))
      return Found;
    // A getter of a part.
    return isGetter(*Call) ? element(Object) : std::nullopt;
  }

  /// \p E is a pointer, an iterator or a view.
  std::optional<Look> view(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (const VarDecl *V = namedVariable(Node))
      return !V->getType()->isReferenceType() ? ofVariable(*V) : std::nullopt;
    if (const auto *Unary = dyn_cast<UnaryOperator>(Node))
      return Unary->getOpcode() == UO_AddrOf ? element(*Unary->getSubExpr())
                                             : std::nullopt;
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(Node))
      return view(*Cast->getSubExpr());
    if (const auto *Choice = dyn_cast<ConditionalOperator>(Node))
      return isNull(*Choice->getTrueExpr())    ? view(*Choice->getFalseExpr())
             : isNull(*Choice->getFalseExpr()) ? view(*Choice->getTrueExpr())
                                               : std::nullopt;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node))
      return Construct->getNumArgs() == 0 || !isView(Node->getType())
                 ? std::nullopt
                 : lent(*Construct->getArg(0));
    // m.emplace(…).first
    if (const auto *Member = dyn_cast<MemberExpr>(Node))
      return Member->isArrow() ? std::nullopt : insertion(*Member->getBase());
    const auto *Call = dyn_cast<CallExpr>(Node);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee)
      return std::nullopt;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      const Expr &Object = *Member->getImplicitObjectArgument();
      if (addsEntryOfItsOwn(*Member))
        return std::nullopt;
      if (isa<CXXConversionDecl>(Callee))
        return into(Object, LooksBy::Iterator);
      if (auto Found = returned(*Member->getMethodDecl(), *Member))
        return Found;
      return given(Object, *Callee);
    }
    if (!isOfStandardLibrary(*Callee) || !passesViewOn(*Call))
      return std::nullopt;
    // std::find(c.begin(), …), std::ranges::find(c, …), c | std::views::take.
    for (const Expr *Argument : Call->arguments())
      if (std::optional<Look> Found = lent(*Argument))
        return Found;
    return std::nullopt;
  }

  /// What `auto [it, done] = m.emplace(…)` looks into.
  std::optional<Look> insertion(const Expr &E) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(stripped(&E));
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getIdentifier() ||
        containerChange(Method->getName()) != ContainerChange::Adds)
      return std::nullopt;
    return into(*Call->getImplicitObjectArgument(), LooksBy::Iterator);
  }

  /// True if \p Call adds an entry that stays where it is and that nobody else
  /// can name: others leave it alone until they have told so.
  static bool addsEntryOfItsOwn(const CXXMemberCallExpr &Call) {
    const CXXMethodDecl *Method = Call.getMethodDecl();
    return Method && Method->getIdentifier() &&
           containerChange(Method->getName()) == ContainerChange::Adds &&
           containerShape(Call.getImplicitObjectArgument()->getType()) ==
               ContainerShape::Nodes &&
           !findMethod(*Method->getParent(), "find");
  }

  /// \p Container is looked into, if it is one that others reach.
  std::optional<Look> into(const Expr &Container, LooksBy How) {
    const Expr *Node = stripped(&Container);
    if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Node);
        Arrow && Arrow->getOperator() == OO_Arrow)
      Node = nullptr; // p->at(1): the container is what p points to
    if (!Node)
      return std::nullopt;
    std::optional<ContainerShape> Shape = containerShape(Node->getType());
    std::optional<SharedPlace> Of = Shape ? sharedPlace(*Node) : std::nullopt;
    if (!Of || isNeverChanged(*Of->What))
      return std::nullopt;
    // A member that is only looked at, by a const function or through a getter,
    // is changed by others of its class; what was passed as const is not.
    if (Node->getType().isConstQualified() && Of->Root != SharedPlace::By::This)
      return std::nullopt;
    Look Found;
    Found.Of = std::move(*Of);
    Found.Shape = *Shape;
    Found.How = Shape == ContainerShape::Box ? LooksBy::Pointee : How;
    if (const auto *Member = dyn_cast<MemberExpr>(Node))
      addWholes(*Member->getBase(), Found);
    return Found;
  }

  /// What \p Range, of a class of the user's own, is a loop over.
  std::optional<Look> wrapped(const Expr &Range) {
    const CXXRecordDecl *Record = recordOf(stripped(&Range)->getType());
    const CXXMethodDecl *Begin = Record && Record->hasDefinition()
                                     ? findMethod(*Record, "begin")
                                     : nullptr;
    return Begin ? returned(*Begin, Range) : std::nullopt;
  }

private:
  /// Adds \p Whole and what it is a member of, unless a pointer leads there.
  static void addWholes(const Expr &Whole, Look &Into) {
    const Expr *Node = stripped(&Whole);
    while (const auto *Member = dyn_cast<MemberExpr>(Node)) {
      if (!recordOf(Member->getType()) ||
          !isa<FieldDecl>(Member->getMemberDecl()))
        return;
      Into.Wholes.push_back(Member->getMemberDecl());
      Node = stripped(Member->getBase());
    }
  }

  static bool isNull(const Expr &E) {
    return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(stripped(&E));
  }

  /// What a look-up of the user's own returns: each time of the same member of
  /// \p Object, which also may be the call.
  std::optional<Look> returned(const CXXMethodDecl &Method,
                               const Expr &Object) {
    const FunctionDecl *Definition = nullptr;
    if (isOfStandardLibrary(Method) || isInSystemHeader(Method) ||
        !Method.hasBody(Definition) || Method.isVirtual() ||
        isCoroutine(*Definition) || !Entered.insert(Definition).second)
      return std::nullopt;
    std::optional<Look> Found;
    bool Differs = false;
    walkEvaluated(writtenBody(*Definition), [&](const Stmt *S) {
      const auto *Return = dyn_cast<ReturnStmt>(S);
      const Expr *Value = Return ? Return->getRetValue() : nullptr;
      if (!Value || isNull(*Value))
        return true;
      std::optional<Look> Here = Method.getReturnType()->isReferenceType()
                                     ? element(*Value)
                                     : view(*Value);
      Differs |= !Here || Here->Of.Root != SharedPlace::By::This ||
                 (Found && Found->Of.What != Here->Of.What);
      Found = std::move(Here);
      return true;
    });
    std::optional<SharedPlace::By> Root =
        Found && !Differs ? sharedRoot(Object) : std::nullopt;
    if (!Root)
      return std::nullopt;
    Found->Of.Root = *Root;
    const auto *Call = dyn_cast<CXXMemberCallExpr>(stripped(&Object));
    addWholes(Call ? *Call->getImplicitObjectArgument() : Object, *Found);
    return Found;
  }

  static bool isNeverChanged(const ValueDecl &Place) {
    return Place.getType().getNonReferenceType().isConstQualified();
  }

  static bool isView(QualType T) {
    const CXXRecordDecl *Record = recordOf(T);
    return viewKind(T) ||
           (Record && !forSelfAndBases(*Record, [](const CXXRecordDecl &R) {
              return !(R.getIdentifier() && R.getName() == "view_interface");
            }));
  }

  /// True if \p Call gives a view of what it was given one of: not what an
  /// element points to.
  static bool passesViewOn(const CallExpr &Call) {
    if (!Call.isPRValue() || !isView(Call.getType()))
      return false;
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
    return !Operator || Operator->getOperator() == OO_Pipe ||
           Operator->getOperator() == OO_Call ||
           Operator->getOperator() == OO_Plus ||
           Operator->getOperator() == OO_Minus;
  }

  /// A container or view that is passed to what makes a view.
  std::optional<Look> lent(const Expr &E) {
    if (std::optional<Look> Found = into(E, LooksBy::Iterator))
      return Found;
    return viewKind(stripped(&E)->getType()) || E.isPRValue() ? view(E)
                                                              : std::nullopt;
  }

  /// What the member function \p Callee of \p Object gives.
  std::optional<Look> given(const Expr &Object, const FunctionDecl &Callee) {
    const QualType Result = Callee.getReturnType();
    if (!viewKind(Result) || Result->isReferenceType())
      return std::nullopt;
    // c[1].get(): what an element owns.
    if (containerShape(Object.getType()) == ContainerShape::Box)
      return owned(Object);
    return into(Object, LooksBy::Iterator);
  }

  /// What the pointer, iterator or box \p E leads to.
  std::optional<Look> target(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (containerShape(Node->getType()) == ContainerShape::Box)
      return owned(*Node);
    std::optional<Look> Found = view(*Node);
    if (Found && Found->How == LooksBy::Iterator)
      Found->How = LooksBy::Reference;
    return Found;
  }

  /// What the box \p E owns, that may be an element.
  std::optional<Look> owned(const Expr &E) {
    std::optional<Look> Found = element(E);
    if (Found)
      Found->How = LooksBy::Pointee;
    return Found ? Found : into(E, LooksBy::Pointee);
  }

  std::optional<Look> ofMember(const MemberExpr &Member) {
    if (!isa<FieldDecl>(Member.getMemberDecl()))
      return std::nullopt;
    const Expr *Base = stripped(Member.getBase());
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Base);
        Operator && Operator->getOperator() == OO_Arrow)
      return target(*Operator->getArg(0));
    return Member.isArrow() ? target(*Base) : element(*Base);
  }

  std::optional<Look> ofReference(const DeclRefExpr &Ref) {
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref.getDecl())) {
      const auto *Whole = dyn_cast<VarDecl>(Binding->getDecomposedDecl());
      return Whole && Whole->getType()->isReferenceType() ? ofVariable(*Whole)
                                                          : std::nullopt;
    }
    const auto *V = dyn_cast<VarDecl>(Ref.getDecl());
    return V && V->getType()->isReferenceType() ? ofVariable(*V) : std::nullopt;
  }

  std::optional<Look> ofVariable(const VarDecl &V) {
    if (!V.hasLocalStorage() || isa<ParmVarDecl>(V) || !V.getInit() ||
        !Seen.insert(&V).second)
      return std::nullopt;
    return V.getType()->isReferenceType() ? element(*V.getInit())
                                          : view(*V.getInit());
  }

  llvm::SmallPtrSet<const VarDecl *, 4> Seen;
  llvm::SmallPtrSet<const FunctionDecl *, 4> Entered;
};

} // namespace

std::optional<Look> lookOf(QualType T, const Expr &Init) {
  if (T->isReferenceType())
    return Init.isGLValue() ? Follower().element(Init) : std::nullopt;
  return viewKind(T) ? Follower().view(Init) : Follower().insertion(Init);
}

std::optional<Look> lookOfLoop(const Expr &Range) {
  if (std::optional<Look> Found = Follower().into(Range, LooksBy::Iterator))
    return Found->Shape == ContainerShape::Box ? std::nullopt : Found;
  std::optional<Look> Found = Follower().view(Range);
  if (!Found)
    Found = Follower().wrapped(Range);
  if (Found)
    Found->How = LooksBy::Iterator;
  return Found;
}

} // namespace corolint
