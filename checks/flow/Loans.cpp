#include "flow/Loans.h"
#include "model/ViewType.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

bool Place::overlaps(const Place &Other) const {
  if (Root != Other.Root || (Elements && Other.Elements))
    return false;
  const size_t Common = std::min(Fields.size(), Other.Fields.size());
  return std::equal(Fields.begin(), Fields.begin() + Common,
                    Other.Fields.begin());
}

/// True if all elements of a \p T lie together and may move together.
static bool isContiguous(QualType T) {
  if (T->isArrayType())
    return true;
  const CXXRecordDecl *Record = recordOf(T);
  return Record && findMethod(*Record, "data");
}

bool changesItsObject(const CXXMethodDecl &Method) {
  if (Method.isConst())
    return false;
  return llvm::none_of(Method.getParent()->lookup(Method.getDeclName()),
                       [&](const NamedDecl *Named) {
                         const auto *Other = dyn_cast_or_null<CXXMethodDecl>(
                             Named->getAsFunction());
                         return Other && Other->isConst() &&
                                Other->getNumParams() == Method.getNumParams();
                       });
}

std::optional<Loan> Loans::loanOf(const VarDecl &V) {
  if (auto It = Passed.find(&V); It != Passed.end())
    return It->second;
  if (auto It = Known.find(&V); It != Known.end())
    return It->second;
  // What is made from itself stands for nothing.
  Known[&V] = std::nullopt;
  std::optional<Loan> Answer;
  if (!V.hasLocalStorage() || isa<ParmVarDecl>(V) || !V.getInit() ||
      V.isCXXForRangeDecl())
    return Answer;
  if (V.getType()->isReferenceType()) {
    const Expr *Mention = nullptr;
    if (std::optional<Place> Named = placeOf(*V.getInit(), Mention))
      Answer = Loan{Loan::By::Reference, *Named};
  } else if (viewKind(V.getType()) && (V.isInitCapture() || !isChanged(V))) {
    Answer = viewed(*V.getInit());
  }
  Known[&V] = Answer;
  return Answer;
}

std::optional<Place> Loans::followed(const Expr &E, const Expr *&Mention) {
  const Expr *Node = stripped(&E);
  if (isa<CXXThisExpr>(Node)) {
    Mention = Node;
    return Place();
  }
  const VarDecl *V = namedVariable(Node);
  std::optional<Loan> Lent = V ? loanOf(*V) : std::nullopt;
  if (!Lent || Lent->How == Loan::By::Reference)
    return std::nullopt;
  Mention = Node;
  return Lent->Of;
}

std::optional<Place> Loans::placeOf(const Expr &E, const Expr *&Mention) {
  const Expr *Node = stripped(&E);
  auto ElementOf = [&](const Expr *Container) -> std::optional<Place> {
    std::optional<Place> Found = placeOf(*Container, Mention);
    if (!Found || Found->Elements)
      Found = followed(*Container, Mention);
    if (Found)
      Found->Elements = true;
    return Found;
  };
  if (const VarDecl *V = namedVariable(Node)) {
    Mention = Node;
    if (std::optional<Loan> Lent = loanOf(*V))
      return Lent->How == Loan::By::Pointer ? std::nullopt
                                            : std::optional<Place>(Lent->Of);
    if (!V->hasLocalStorage() || V->getType()->isReferenceType())
      return std::nullopt;
    return Place{V, {}, false};
  }
  if (const auto *Member = dyn_cast<MemberExpr>(Node)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    if (!Field)
      return std::nullopt;
    const Expr *Base = stripped(Member->getBase());
    const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Base);
    std::optional<Place> Whole = Arrow && Arrow->getOperator() == OO_Arrow
                                     ? followed(*Arrow->getArg(0), Mention)
                                 : Member->isArrow() ? followed(*Base, Mention)
                                                     : placeOf(*Base, Mention);
    if (Whole && !Whole->Elements)
      Whole->Fields.push_back(Field->getCanonicalDecl());
    return Whole;
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(Node))
    return Unary->getOpcode() == UO_Deref
               ? followed(*Unary->getSubExpr(), Mention)
               : std::nullopt;
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Node))
    return ElementOf(Element->getBase());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node)) {
    if (Operator->getOperator() == OO_Star && Operator->getNumArgs() == 1)
      return followed(*Operator->getArg(0), Mention);
    if (Operator->getOperator() != OO_Subscript)
      return std::nullopt;
    const auto *Method =
        dyn_cast_or_null<CXXMethodDecl>(Operator->getDirectCallee());
    return Method && changesItsObject(*Method)
               ? placeOf(*Operator->getArg(0), Mention)
               : ElementOf(Operator->getArg(0));
  }
  // at(), front(), back(), value(), and get() of a wrapper.
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Node)) {
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (!Method || !isOfStandardLibrary(*Method) ||
        !Method->getReturnType()->isReferenceType())
      return std::nullopt;
    const Expr &Object = *Call->getImplicitObjectArgument();
    if (std::optional<Place> Followed = followed(Object, Mention))
      return Followed;
    return ElementOf(&Object);
  }
  return std::nullopt;
}

/// What a pointer or view made from \p Lent reaches: the object itself if it
/// stands \p AsOne, what the object contains otherwise.
std::optional<Loan> Loans::lookInto(const Expr &Lent, bool AsOne) {
  if (std::optional<Loan> Passed = viewed(Lent))
    return Passed;
  // A copy of a view looks where the view looks, and nobody knows where.
  if (!AsOne && viewKind(stripped(&Lent)->getType()))
    return std::nullopt;
  const Expr *Mention = nullptr;
  std::optional<Place> Of = placeOf(Lent, Mention);
  if (!Of)
    return std::nullopt;
  if (AsOne && !Of->Elements)
    return Loan{Loan::By::Pointer, *Of};
  if (!isContiguous(stripped(&Lent)->getType()))
    return std::nullopt;
  Of->Elements = true;
  return Loan{Loan::By::View, *Of};
}

std::optional<Loan> Loans::viewed(const Expr &E) {
  const Expr *Node = stripped(&E);
  if (isa<CXXThisExpr>(Node))
    return Loan{Loan::By::Pointer, Place()};
  if (const VarDecl *V = namedVariable(Node)) {
    std::optional<Loan> Lent = loanOf(*V);
    if (Lent && Lent->How != Loan::By::Reference)
      return Lent;
    return Node->getType()->isArrayType() && E.getType()->isPointerType()
               ? lookInto(*Node->IgnoreParens(), false)
               : std::nullopt;
  }
  if (const auto *Unary = dyn_cast<UnaryOperator>(Node)) {
    const Expr *Mention = nullptr;
    std::optional<Place> Of = Unary->getOpcode() == UO_AddrOf
                                  ? placeOf(*Unary->getSubExpr(), Mention)
                                  : std::nullopt;
    if (!Of)
      return std::nullopt;
    return Loan{Of->Elements ? Loan::By::View : Loan::By::Pointer, *Of};
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(Node))
    return Binary->isAdditiveOp() ? viewed(*Binary->getLHS()) : std::nullopt;
  const std::optional<ViewKind> Kind = viewKind(Node->getType());
  if (!Kind)
    return std::nullopt;
  const bool AsOne = Kind == ViewKind::Wrapper;
  // A copy looks where the view looks, or the wrapper.
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node);
      Construct && Construct->getConstructor()->isCopyOrMoveConstructor())
    return viewed(*Construct->getArg(0));
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node))
    return Construct->getNumArgs() == 0
               ? std::nullopt
               : lookInto(*Construct->getArg(0), AsOne);
  if (const auto *List = dyn_cast<InitListExpr>(Node))
    return List->getNumInits() == 0 ? std::nullopt
                                    : lookInto(*List->getInit(0), AsOne);
  const auto *Call = dyn_cast<CallExpr>(Node);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee ||
      !(isOfStandardLibrary(*Callee) || isa<CXXConversionDecl>(Callee)))
    return std::nullopt;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return lookInto(*Member->getImplicitObjectArgument(), false);
  return Call->getNumArgs() == 0 ? std::nullopt
                                 : lookInto(*Call->getArg(0), AsOne);
}

} // namespace corolint
