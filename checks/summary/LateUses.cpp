#include "summary/LateUses.h"
#include "model/ViewType.h"
#include "support/AstWalk.h"
#include "support/LlvmCompat.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {

bool isBorrowed(QualType T) {
  return T->isReferenceType() || viewKind(T).has_value();
}

namespace {

using Of = LateUse::Of;

/// True if \p E is what the lambda \p F has captured by copy.
bool isKeptByClosure(const FunctionDecl &F, const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&E);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Ref && Ref->refersToEnclosingVariableOrCapture() && Method &&
         llvm::any_of(Method->getParent()->captures(),
                      [&](const LambdaCapture &Capture) {
                        return Capture.capturesVariable() &&
                               Capture.getCapturedVar() == Ref->getDecl() &&
                               Capture.getCaptureKind() == LCK_ByCopy;
                      });
}

/// The mentions of what a coroutine has borrowed, also under the names of local
/// references and views that are made from it.
class BorrowedMentions {
public:
  explicit BorrowedMentions(const FunctionDecl &F) : F(F) {
    for (const ParmVarDecl *P : F.parameters())
      if (P->getIdentifier() && isBorrowed(P->getType()) &&
          (P->getType()->isReferenceType() || !isChanged(*P)))
        track(Of::Parameter, P);
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    if (Method && Method->isInstance() && !isKeptWhole(*Method))
      Self = track(Method->getParent()->isLambda() ? Of::Closure : Of::Object,
                   nullptr);
  }

  void collect() {
    if (Things.empty())
      return;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            addAlias(*V);
      if (isToVoid(*S))
        return false;
      if (std::optional<unsigned> Which = mentioned(*S))
        add(*S, *Which);
      if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
        for (const LambdaCapture &Capture : Lambda->captures())
          if (std::optional<unsigned> Which = captured(Capture))
            add(*S, *Which);
      return true;
    });
  }

  /// The thing that \p Lent is a part of when it is passed by reference or as
  /// a view to something that needs it late, nothing if it is none.
  std::optional<unsigned> lentOn(const Expr &Lent, QualType As) const {
    const Expr *E = stripped(&Lent);
    if (E->isPRValue() && !viewKind(E->getType()) && !isa<CXXThisExpr>(E))
      return std::nullopt; // a copy
    const std::optional<unsigned> Which = rootOf(*E);
    if (!Which || Which != Self || !isClosure())
      return Which;
    // Of a closure only what is in it: not what it refers to or points to.
    return isKeptByClosure(F, *E) &&
                   (As->isReferenceType() || !viewKind(E->getType()))
               ? Which
               : std::nullopt;
  }

  struct Thing {
    Of What;
    const ParmVarDecl *Parameter;
    const Stmt *First = nullptr; ///< mention, in source order
  };
  std::vector<Thing> Things;
  Mentions At;

private:
  unsigned track(Of What, const ParmVarDecl *P) {
    if (P)
      Named[P] = Things.size();
    Things.push_back({What, P});
    return Things.size() - 1;
  }

  void add(const Stmt &S, unsigned Which) {
    At[&S].push_back({Mention::Kind::Use, Which});
    if (!Things[Which].First)
      Things[Which].First = &S;
  }

  static bool isToVoid(const Stmt &S) {
    const auto *Cast = dyn_cast<ExplicitCastExpr>(&S);
    return Cast && Cast->getCastKind() == CK_ToVoid &&
           isa<DeclRefExpr, CXXThisExpr>(stripped(Cast->getSubExpr()));
  }

  /// True if the object is a parameter that is taken by value.
  static bool isKeptWhole(const CXXMethodDecl &Method) {
    return compat::hasExplicitObject(Method) &&
           !Method.getParamDecl(0)->getType()->isReferenceType();
  }

  bool isClosure() const { return Self && Things[*Self].What == Of::Closure; }

  std::optional<unsigned> mentioned(const Stmt &S) const {
    if (isa<CXXThisExpr>(S))
      return Self;
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    if (!Ref || Ref->isNonOdrUse() == NOUR_Constant)
      return std::nullopt;
    if (isClosure() && Ref->refersToEnclosingVariableOrCapture())
      return Self;
    auto It = Named.find(dyn_cast<VarDecl>(Ref->getDecl()));
    return It == Named.end() ? std::nullopt
                             : std::optional<unsigned>(It->second);
  }

  std::optional<unsigned> captured(const LambdaCapture &Capture) const {
    if (Capture.capturesThis())
      return Self;
    if (!Capture.capturesVariable())
      return std::nullopt;
    auto It = Named.find(dyn_cast<VarDecl>(Capture.getCapturedVar()));
    return It == Named.end() ? std::nullopt
                             : std::optional<unsigned>(It->second);
  }

  void addAlias(const VarDecl &V) {
    if (V.getInit() && isBorrowed(V.getType()))
      if (std::optional<unsigned> Which = rootOf(*V.getInit()))
        Named[&V] = *Which;
  }

  /// True if what \p T holds is not in it, so that it may live longer.
  static bool pointsAway(QualType T) {
    if (T.getNonReferenceType()->isPointerType())
      return true;
    const CXXRecordDecl *Record = recordOf(T);
    return Record && hasArrow(*Record);
  }

  /// What \p E is a part of, an element of, or looks into.
  std::optional<unsigned> rootOf(const Expr &E) const {
    const Expr *Node = stripped(&E);
    if (std::optional<unsigned> Which = mentioned(*Node))
      return Which;
    const Expr *Whole = nullptr;
    if (const auto *Member = dyn_cast<MemberExpr>(Node)) {
      if (isa<FieldDecl>(Member->getMemberDecl()))
        Whole = Member->getBase();
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Node)) {
      Whole = Element->getBase();
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(Node)) {
      if (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref)
        Whole = Unary->getSubExpr();
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Node)) {
      if (Call->getMethodDecl() && isOfStandardLibrary(*Call->getMethodDecl()))
        Whole = Call->getImplicitObjectArgument();
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node)) {
      if (Operator->getOperator() == OO_Subscript)
        Whole = Operator->getArg(0);
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node)) {
      if (Construct->getNumArgs() == 1)
        Whole = Construct->getArg(0);
    }
    if (!Whole)
      return std::nullopt;
    // What a smart pointer or a pointer that was captured leads to is another
    // object; a pointer that is a parameter stands for what it leads to.
    if (isa<CXXThisExpr>(stripped(Whole)))
      return Self;
    if (pointsAway(stripped(Whole)->getType()) &&
        !isParameterItself(*stripped(Whole)))
      return std::nullopt;
    return rootOf(*Whole);
  }

  bool isParameterItself(const Expr &E) const {
    const auto *P = dyn_cast_or_null<ParmVarDecl>(namedVariable(&E));
    return P && P->getType()->isPointerType() && Named.count(P);
  }

  const FunctionDecl &F;
  std::optional<unsigned> Self; ///< the index of `*this` or the closure
  llvm::DenseMap<const VarDecl *, unsigned> Named;
};

std::string nameOf(const Stmt &Use, const ParmVarDecl *P) {
  if (P)
    return P->getNameAsString();
  const auto *Ref = dyn_cast<DeclRefExpr>(&Use);
  return Ref ? Ref->getDecl()->getNameAsString() : "";
}

} // namespace

/// Adds \p New unless the same was found before.
static void add(LateUse New, std::vector<LateUse> &Into) {
  if (llvm::none_of(Into, [&](const LateUse &Seen) {
        return Seen.What == New.What && Seen.Parameter == New.Parameter;
      }))
    Into.push_back(std::move(New));
}

std::vector<LateUse> LateUses::inCoroutine(const FunctionDecl &F) {
  BorrowedMentions Borrowed(F);
  Borrowed.collect();
  std::vector<LateUse> Result;
  auto Add = [&](unsigned Which, const Stmt &Use,
                 std::optional<Suspension> Point) {
    const BorrowedMentions::Thing &T = Borrowed.Things[Which];
    add({T.What, T.Parameter, &F, &Use, Point, nameOf(Use, T.Parameter)},
        Result);
  };
  if (Model.type(F.getReturnType()).Starts == Start::Lazy) {
    for (unsigned I = 0; I != Borrowed.Things.size(); ++I)
      if (const Stmt *First = Borrowed.Things[I].First)
        Add(I, *First, std::nullopt);
    return Result;
  }
  for (const CrossedUse &Found : findCrossedUses(
           F, Model, std::vector<bool>(Borrowed.Things.size(), true),
           Borrowed.At))
    Add(Found.Which, *Found.Use, Found.Point);
  // What is lent on to a task that is awaited is needed until that is done.
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    std::optional<Suspension> Point = Model.suspension(*S);
    const Expr *Awaited = Point ? awaitedOperand(*S) : nullptr;
    std::optional<CallSite> Site =
        Awaited ? asCall(*stripped(Awaited)) : std::nullopt;
    if (!Site || Site->Virtual || Point->NeverSuspends ||
        isa<CXXConstructExpr>(Site->Node))
      return true;
    for (const LateUse &Inner : of(*Site->Callee)) {
      const bool IsObject = Inner.What == Of::Object;
      const Expr *Lent =
          IsObject ? Site->Object
          : Inner.What == Of::Parameter
              ? Site->argument(Inner.Parameter->getFunctionScopeIndex() + 1)
              : nullptr;
      if (std::optional<unsigned> Which =
              Lent ? Borrowed.lentOn(*Lent, IsObject
                                                ? Lent->getType()
                                                : Inner.Parameter->getType())
                   : std::nullopt) {
        const BorrowedMentions::Thing &T = Borrowed.Things[*Which];
        LateUse New = Inner;
        if (IsObject || !Inner.Point)
          New = {T.What, nullptr, &F, Lent, Point, ""};
        New.What = T.What;
        New.Parameter = T.Parameter;
        New.Name = nameOf(*stripped(Lent), T.Parameter);
        add(std::move(New), Result);
      }
    }
    return true;
  });
  return Result;
}

static bool isOfLambda(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getParent()->isLambda();
}

/// `return fetch(url);`: what the task of fetch needs, this one needs.
std::vector<LateUse> LateUses::inWrapper(const FunctionDecl &F) {
  std::vector<LateUse> Result;
  auto PassOn = [&](const LateUse &Inner, const Expr *Lent) {
    if (!Lent)
      return;
    const Expr *E = stripped(Lent);
    // In a lambda that is the object around it.
    if (isa<CXXThisExpr>(E) && isOfLambda(F))
      return;
    LateUse Own = Inner;
    if (Inner.What == Of::Parameter && isKeptByClosure(F, *E) &&
        Inner.Parameter->getType()->isReferenceType()) {
      Own.What = Of::Closure;
      Own.Parameter = nullptr;
      Own.Name = cast<DeclRefExpr>(E)->getDecl()->getNameAsString();
      return add(std::move(Own), Result);
    }
    Own.Parameter = dyn_cast_or_null<ParmVarDecl>(namedVariable(E));
    Own.What = isa<CXXThisExpr>(E) ? Of::Object : Of::Parameter;
    if (Own.What == Of::Parameter &&
        (!Own.Parameter || Own.Parameter->getDeclContext() != &F ||
         !isBorrowed(Own.Parameter->getType()) ||
         (!Own.Parameter->getType()->isReferenceType() &&
          isChanged(*Own.Parameter))))
      return;
    Own.Name = Own.Parameter ? Own.Parameter->getNameAsString() : "";
    add(std::move(Own), Result);
  };
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    const auto *Return = dyn_cast<ReturnStmt>(S);
    const Expr *Value = Return ? Return->getRetValue() : nullptr;
    std::optional<CallSite> Site =
        Value ? asCall(*stripped(Value)) : std::nullopt;
    if (!Site || Site->Virtual || isa<CXXConstructExpr>(Site->Node))
      return true;
    for (const LateUse &Inner : of(*Site->Callee))
      if (Inner.What == Of::Object)
        PassOn(Inner, Site->Object);
      else if (Inner.What == Of::Parameter)
        PassOn(Inner,
               Site->argument(Inner.Parameter->getFunctionScopeIndex() + 1));
    return true;
  });
  return Result;
}

ArrayRef<LateUse> LateUses::of(const FunctionDecl &F) {
  const FunctionDecl *Body = Model.facts().readableDefinition(F);
  if (!Body || Body->isDependentContext())
    return {};
  auto [It, IsNew] = Known.try_emplace(Body);
  if (!IsNew)
    return It->second ? ArrayRef<LateUse>(*It->second) : ArrayRef<LateUse>();
  const AsyncKind Kind = Model.type(Body->getReturnType()).Kind;
  std::vector<LateUse> Found;
  if (Kind == AsyncKind::Task || Kind == AsyncKind::Detached)
    Found = isCoroutine(*Body) ? inCoroutine(*Body) : inWrapper(*Body);
  // Recursion saw nothing; the map may have moved.
  std::unique_ptr<std::vector<LateUse>> &Slot = Known[Body];
  Slot = std::make_unique<std::vector<LateUse>>(std::move(Found));
  return *Slot;
}

} // namespace corolint
