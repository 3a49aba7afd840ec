#include "rules/threads/Touches.h"
#include "model/ViewType.h"
#include "support/AstWalk.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace corolint {

bool Touch::races(const Touch &Other) const {
  if (What == Kind::Nothing || Other.What == Kind::Nothing ||
      (!writes() && !Other.writes()) || !Where.overlaps(Other.Where))
    return false;
  // A size changes with the object only, and a view keeps its own.
  if (What == Kind::Size)
    return !Where.Elements && !Other.Where.Elements;
  if (Other.What == Kind::Size)
    return Other.races(*this);
  return true;
}

namespace {

class Collector {
public:
  Collector(Loans &Lent, AsyncModel &Model) : Lent(Lent), Model(Model) {}

  std::vector<Touch> collect(const Stmt *Body,
                             llvm::function_ref<bool(const Stmt &)> Ends) {
    bool Ended = false;
    walkEvaluated(Body, [&](const Stmt *S) {
      Ended = Ended || Ends(*S);
      if (!Ended)
        look(*S);
      return !Ended;
    });
    return std::move(Found);
  }

private:
  using Kind = Touch::Kind;

  void look(const Stmt &S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
        Assign && Assign->isAssignmentOp())
      mark(*Assign->getLHS(), Kind::Write);
    else if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
      lookAt(*Unary);
    else if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
      lookAt(*Lambda);
    else if (const auto *Declaration = dyn_cast<DeclStmt>(&S))
      lookAt(*Declaration);
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S))
      lookAtArguments({Construct->getArgs(), Construct->getNumArgs()},
                      Construct->getType());
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
      lookAt(*Operator);
    else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S))
      lookAt(*Member);
    else if (const auto *Call = dyn_cast<CallExpr>(&S))
      lookAtArguments({Call->getArgs(), Call->getNumArgs()}, Call->getType());
    if (const auto *E = dyn_cast<Expr>(&S); E && stripped(E) == E)
      mark(*E, Kind::Read);
  }

  /// The mention that \p E begins with does \p What, unless a larger expression
  /// around it told before.
  void mark(const Expr &E, Kind What) {
    const Expr *Mention = nullptr;
    std::optional<Place> Where = Lent.placeOf(E, Mention);
    if (!Where || (!Where->Root && Where->Fields.empty()))
      return;
    if (Model.sharing(stripped(&E)->getType()).Rank == Sharing::Synchronised)
      What = Kind::Nothing;
    add(What, *Where, *Mention);
  }

  void add(Kind What, Place Where, const Expr &Mention) {
    if (Seen.insert(&Mention).second)
      Found.push_back({What, std::move(Where), &Mention});
  }

  void lookAt(const UnaryOperator &Unary) {
    if (Unary.isIncrementDecrementOp())
      mark(*Unary.getSubExpr(), Kind::Write);
    else if (Unary.getOpcode() == UO_AddrOf)
      mark(*Unary.getSubExpr(), Kind::Nothing);
  }

  /// Another name touches nothing; that of a range-for is for reading.
  void lookAt(const DeclStmt &Declaration) {
    for (const Decl *D : Declaration.decls())
      if (const auto *V = dyn_cast<VarDecl>(D);
          V && V->getType()->isReferenceType() && V->getInit() &&
          !V->isImplicit())
        mark(*V->getInit(), Kind::Nothing);
  }

  /// What another closure only borrows is touched where that is called.
  void lookAt(const LambdaExpr &Lambda) {
    auto Init = Lambda.capture_init_begin();
    for (const LambdaCapture &Capture : Lambda.captures()) {
      if (*Init && Capture.capturesVariable() &&
          Capture.getCaptureKind() == LCK_ByRef)
        mark(**Init, Kind::Nothing);
      ++Init;
    }
  }

  void lookAt(const CXXOperatorCallExpr &Operator) {
    const auto *Method =
        dyn_cast_or_null<CXXMethodDecl>(Operator.getDirectCallee());
    const OverloadedOperatorKind Which = Operator.getOperator();
    if (Operator.isAssignmentOp() || Which == OO_PlusPlus ||
        Which == OO_MinusMinus ||
        // That of a map makes what it does not find.
        (Which == OO_Subscript && Method && isOfStandardLibrary(*Method) &&
         changesItsObject(*Method)))
      mark(*Operator.getArg(0), Touch::Kind::Write);
    else
      lookAtArguments({Operator.getArgs(), Operator.getNumArgs()},
                      Operator.getType());
  }

  void lookAt(const CXXMemberCallExpr &Call) {
    lookAtArguments({Call.getArgs(), Call.getNumArgs()}, Call.getType());
    const CXXMethodDecl *Method = Call.getMethodDecl();
    const Expr *Object = Call.getImplicitObjectArgument();
    if (!Method || !Object || !isOfStandardLibrary(*Method))
      return;
    const QualType Result = Method->getReturnType();
    if (changesItsObject(*Method))
      mark(*Object, Kind::Write);
    else if (viewKind(Object->getType()))
      return mark(*Object,
                  Result->isArithmeticType() ? Kind::Size : Kind::Read);
    else if (!Result->isReferenceType() && viewKind(Result))
      mark(*Object, Kind::Nothing);
    else if (Method->getNumParams() == 0 && Result->isArithmeticType())
      mark(*Object, Kind::Size);
  }

  /// A pointer that is passed on is followed there; what a view of it is made
  /// from is not touched by that.
  void lookAtArguments(llvm::ArrayRef<const Expr *> Arguments,
                       QualType Result) {
    const bool MakesView = viewKind(Result).has_value();
    for (const Expr *Argument : Arguments) {
      const VarDecl *V = namedVariable(Argument);
      const std::optional<Loan> Loaned = V ? Lent.loanOf(*V) : std::nullopt;
      if (Loaned && Loaned->How == Loan::By::Pointer && !MakesView &&
          (Loaned->Of.Root || !Loaned->Of.Fields.empty()))
        add(Kind::Read, Loaned->Of, *stripped(Argument));
      else if (MakesView && !viewKind(Argument->getType()))
        mark(*Argument, Kind::Nothing);
    }
  }

  Loans &Lent;
  AsyncModel &Model;
  llvm::DenseSet<const Expr *> Seen;
  std::vector<Touch> Found;
};

} // namespace

std::vector<Touch> touchesIn(const Stmt *Body, Loans &Lent, AsyncModel &Model,
                             llvm::function_ref<bool(const Stmt &)> Ends) {
  return Collector(Lent, Model).collect(Body, Ends);
}

} // namespace corolint
