// Law 9: what may change while a coroutine is suspended is looked at again.
// At run time the coroutine goes on on another thread, which has thread_local
// variables, an errno, an identity and settings of its own.
// Silent on purpose: what is named again after the suspension, copies of data,
// the question whether the thread is still the same, libraries that always
// resume on the same thread.

#include "flow/AccessPath.h"
#include "flow/AcrossSuspension.h"
#include "flow/SharedPlace.h"
#include "flow/ThreadLocals.h"
#include "model/Names.h"
#include "model/ViewType.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/state/ThreadStateGuards.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

/// Something of the thread that a coroutine holds on to.
struct Held {
  enum class Kind { Reference, Value, Error, Identity, Setting } What;
  const NamedDecl *Of = nullptr;     ///< the thread_local or the function
  const VarDecl *Variable = nullptr; ///< that holds it
  SourceLocation Where;              ///< where it was got or set
  std::optional<AccessPath> Path{};  ///< of a value: which part of it
};

class Search {
  using Kind = Held::Kind;

public:
  Search(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context), Model(Context.model()), Body(writtenBody(F)) {}

  void run() {
    collectAwaited();
    walk(&Search::collect);
    if (All.empty())
      return;
    walk(&Search::readUses);
    llvm::DenseSet<unsigned> Done;
    for (const CrossedUse &Use :
         findCrossedUses(F, Model, std::vector<bool>(All.size()), At))
      if (Done.insert(Use.Which).second)
        report(All[Use.Which], Use);
  }

private:
  void walk(void (Search::*Do)(const Stmt &)) {
    walkEvaluated(Body, [&](const Stmt *S) {
      (this->*Do)(*S);
      return true;
    });
  }

  void collectAwaited() {
    walkEvaluated(Body, [&](const Stmt *S) {
      if (const Expr *Operand = awaitedOperand(*S))
        walkEvaluated(Operand, [&](const Stmt *Inner) {
          Awaited.insert(Inner);
          return true;
        });
      return true;
    });
  }

  unsigned held(Kind What, const NamedDecl *Of, const VarDecl *Variable,
                SourceLocation Where) {
    for (unsigned I = 0; I != All.size(); ++I)
      if (All[I].What == What && All[I].Of == Of && All[I].Variable == Variable)
        return I;
    All.push_back({What, Of, Variable, Where});
    return All.size() - 1;
  }

  unsigned heldValue(const VarDecl &V, const AccessPath &Path,
                     const Stmt &Write) {
    for (unsigned I = 0; I != All.size(); ++I)
      if (All[I].What == Kind::Value && *All[I].Path == Path)
        return I;
    All.push_back({Kind::Value, &V, nullptr, Write.getBeginLoc(), Path});
    return All.size() - 1;
  }

  /// The path of what \p Write writes to.
  static std::optional<AccessPath> writtenPath(const Stmt &Write) {
    const Expr *Target = nullptr;
    if (const auto *Binary = dyn_cast<BinaryOperator>(&Write))
      Target = Binary->getLHS();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(&Write))
      Target = Unary->getSubExpr();
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Write))
      Target = Operator->getArg(0);
    else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&Write))
      Target = Call->getImplicitObjectArgument();
    return Target ? accessPath(*Target) : std::nullopt;
  }

  void mark(const Stmt &S, Mention::Kind What, unsigned Which) {
    At[&S].push_back({What, Which});
  }

  //===--- What is got or set ---------------------------------------------===//

  void collect(const Stmt &S) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D))
          collectVariable(*V, S);
    } else if (const VarDecl *V = writtenThreadLocal(S, Model)) {
      if (std::optional<AccessPath> Path = writtenPath(S);
          Path && !isRestored(S, *V))
        mark(S, Mention::Kind::Renew, heldValue(*V, *Path, S));
    } else if (std::optional<CallSite> Site = asCall(S)) {
      collectCall(*Site);
    }
  }

  void collectVariable(const VarDecl &V, const Stmt &Declared) {
    if (!V.hasLocalStorage() || !V.getInit() || V.isImplicit() ||
        V.getType()->isDependentType())
      return;
    unsigned Which;
    if (const VarDecl *Of =
            referredThreadLocal(V.getType(), *V.getInit(), Model))
      Which = held(Kind::Reference, Of, &V, V.getLocation());
    else if (const FunctionDecl *Asked = identityAsked(*V.getInit()))
      Which = held(Kind::Identity, Asked, &V, V.getLocation());
    else
      return;
    mark(Declared, Mention::Kind::Renew, Which);
    mark(*V.getInit()->IgnoreImplicit(), Mention::Kind::Renew, Which);
  }

  /// The function by which \p E asks which thread this is, or null.
  const FunctionDecl *identityAsked(const Expr &E) {
    std::optional<CallSite> Site = asCall(*stripped(&E));
    return Site && threadState(*Site->Callee, Model) == ThreadState::Identity
               ? Site->Callee
               : nullptr;
  }

  void collectCall(const CallSite &Site) {
    const std::optional<ThreadState> State = threadState(*Site.Callee, Model);
    if (State == ThreadState::Error)
      held(Kind::Error, Site.Callee->getCanonicalDecl(), nullptr, Site.where());
    else if (State == ThreadState::Setting && !isSetBack(Site))
      mark(*Site.Node, Mention::Kind::Renew,
           held(Kind::Setting, Site.Callee->getCanonicalDecl(), nullptr,
                Site.where()));
  }

  /// True if \p Write gives \p V what a local variable has kept of it.
  bool isRestored(const Stmt &Write, const VarDecl &V) {
    const Expr *Value = nullptr;
    if (const auto *Binary = dyn_cast<BinaryOperator>(&Write))
      Value = Binary->getOpcode() == BO_Assign ? Binary->getRHS() : nullptr;
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Write))
      Value =
          Operator->getOperator() == OO_Equal ? Operator->getArg(1) : nullptr;
    else if (const auto *Unary = dyn_cast<UnaryOperator>(&Write))
      return Unary->isDecrementOp();
    if (!Value)
      return false;
    if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(stripped(Value)))
      return true;
    const VarDecl *Kept = namedVariable(Value);
    if (!Kept || !Kept->hasLocalStorage() || !Kept->getInit())
      return false;
    bool Found = false;
    walkEvaluated(Kept->getInit(), [&](const Stmt *S) {
      const auto *E = dyn_cast<Expr>(S);
      Found |= E && threadLocalOf(*E, Model) == &V;
      return !Found;
    });
    return Found;
  }

  /// True if an argument of \p Site is what another call has told before: the
  /// result of one, or what this function wrote to.
  bool isSetBack(const CallSite &Site) {
    return llvm::any_of(Site.Arguments, [&](const Expr *Argument) {
      const Expr *Node = stripped(Argument);
      const auto *Address = dyn_cast<UnaryOperator>(Node);
      if (Address && Address->getOpcode() == UO_AddrOf)
        Node = Address->getSubExpr();
      const VarDecl *V = namedVariable(Node);
      if (!V || !V->hasLocalStorage())
        return false;
      return (V->getInit() && isa<CallExpr>(stripped(V->getInit()))) ||
             isFilledBefore(*V, Site);
    });
  }

  bool isFilledBefore(const VarDecl &V, const CallSite &Site) {
    const SourceManager &Sources = Model.context().getSourceManager();
    bool Found = false;
    walkEvaluated(Body, [&](const Stmt *S) {
      std::optional<CallSite> Other = asCall(*S);
      if (Other && Other->Node != Site.Node &&
          threadState(*Other->Callee, Model) == ThreadState::Setting &&
          Sources.isBeforeInTranslationUnit(Other->Node->getBeginLoc(),
                                            Site.Node->getBeginLoc()) &&
          !Other->Arguments.empty())
        if (const auto *Address =
                dyn_cast<UnaryOperator>(stripped(Other->Arguments.back())))
          Found |= namedVariable(Address->getSubExpr()) == &V;
      return !Found;
    });
    return Found;
  }

  //===--- What is done with it -------------------------------------------===//

  void readUses(const Stmt &S) {
    for (unsigned I = 0; I != All.size(); ++I)
      switch (All[I].What) {
      case Kind::Reference:
        readReference(S, I);
        break;
      case Kind::Value:
        readValue(S, I);
        break;
      case Kind::Error:
        readError(S, I);
        break;
      case Kind::Identity:
        readIdentity(S, I);
        break;
      case Kind::Setting:
        if (std::optional<CallSite> Site = asCall(S);
            Site && Site->Callee->getCanonicalDecl() == All[I].Of &&
            isSetBack(*Site)) {
          mark(S, Mention::Kind::Use, I);
          mark(S, Mention::Kind::Forget, I);
        }
        break;
      }
  }

  static bool names(const Stmt &S, const VarDecl *V) {
    const auto *Ref = dyn_cast<DeclRefExpr>(&S);
    return Ref && Ref->getDecl() == V;
  }

  void readReference(const Stmt &S, unsigned Which) {
    const VarDecl *V = All[Which].Variable;
    // A pointer that gets another value is another thing.
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
        Assign && Assign->getOpcode() == BO_Assign &&
        V->getType()->isPointerType() && namedVariable(Assign->getLHS()) == V) {
      Targets.insert(stripped(Assign->getLHS()));
      const bool Same = referredThreadLocal(V->getType(), *Assign->getRHS(),
                                            Model) == All[Which].Of;
      mark(S, Same ? Mention::Kind::Renew : Mention::Kind::Forget, Which);
    }
    if (names(S, V) && !Targets.count(&S))
      mark(S, Mention::Kind::Use, Which);
  }

  /// The value counts as used where it is read, and where it is counted or set
  /// back; another name for the variable is not a use.
  void readValue(const Stmt &S, unsigned Which) {
    const auto *V = cast<VarDecl>(All[Which].Of);
    if (writtenThreadLocal(S, Model) == V) {
      std::optional<AccessPath> Path = writtenPath(S);
      if (!Path || !(*Path == *All[Which].Path) || !isRestored(S, *V))
        return;
      mark(S, Mention::Kind::Use, Which);
      mark(S, Mention::Kind::Forget, Which);
      return;
    }
    const Expr *Read = nullptr;
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(&S)) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        Read = Cast->getSubExpr();
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S)) {
      if (Construct->getConstructor()->isCopyConstructor())
        Read = Construct->getArg(0);
    } else if (std::optional<CallSite> Site = asCall(S)) {
      for (const Expr *Argument : Site->Arguments)
        if (Argument->isGLValue() && isAt(*Argument, Which))
          Read = Argument;
    }
    if (Read && isAt(*Read, Which))
      mark(S, Mention::Kind::Use, Which);
  }

  bool isAt(const Expr &E, unsigned Which) const {
    std::optional<AccessPath> Path = accessPath(E);
    return Path && Path->startsWith(*All[Which].Path);
  }

  void readError(const Stmt &S, unsigned Which) {
    const NamedDecl *Teller = All[Which].Of;
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
        Assign && Assign->isAssignmentOp()) {
      if (const CallExpr *Told = tells(*Assign->getLHS(), Teller)) {
        Targets.insert(Told);
        mark(S, Mention::Kind::Renew, Which);
      }
      return;
    }
    if (awaitedOperand(S)) {
      if (mayLeaveError(S))
        mark(S, Mention::Kind::Forget, Which);
      return;
    }
    std::optional<CallSite> Site = asCall(S);
    if (!Site || Targets.count(&S))
      return;
    if (Site->Callee->getCanonicalDecl() == Teller)
      mark(S, Mention::Kind::Use, Which);
    else if (Site->Callee->isExternC() && !Site->Callee->getBuiltinID(true))
      mark(S, Mention::Kind::Renew, Which);
    else if (!Awaited.count(&S) && !Site->Callee->isConstexpr())
      // Whether it sets an error is not known.
      mark(S, Mention::Kind::Forget, Which);
  }

  static const CallExpr *tells(const Expr &E, const NamedDecl *Teller) {
    const auto *Unary = dyn_cast<UnaryOperator>(stripped(&E));
    const auto *Call = dyn_cast<CallExpr>(Unary ? stripped(Unary->getSubExpr())
                                                : stripped(&E));
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    return Callee && Callee->getCanonicalDecl() == Teller ? Call : nullptr;
  }

  /// True if what is awaited may make a system call when it is resumed: its
  /// result would be a count, a descriptor, or minus one.
  static bool mayLeaveError(const Stmt &Suspension) {
    const auto *E = dyn_cast<Expr>(&Suspension);
    return !E || E->getType()->isDependentType() ||
           E->getType()->isArithmeticType() || E->getType()->isPointerType();
  }

  /// Only what depends on the identity counts; to compare it with that of now
  /// is to ask whether they are the same, and to print it does no harm.
  void readIdentity(const Stmt &S, unsigned Which) {
    const VarDecl *V = All[Which].Variable;
    auto Is = [&](const Expr *E) { return copied(*E) == V; };
    bool Depends = false;
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S)) {
      if (Binary->isEqualityOp())
        Depends = isStaleComparison(*Binary->getLHS(), *Binary->getRHS(), V);
      else if (Binary->getOpcode() == BO_Assign)
        Depends = Is(Binary->getRHS()) && sharedPlace(*Binary->getLHS());
    } else if (const auto *Rewritten =
                   dyn_cast<CXXRewrittenBinaryOperator>(&S)) {
      const auto Form = Rewritten->getDecomposedForm();
      Depends = isStaleComparison(*Form.LHS, *Form.RHS, V);
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S)) {
      const OverloadedOperatorKind Op = Operator->getOperator();
      if (Op == OO_EqualEqual || Op == OO_ExclaimEqual)
        Depends =
            isStaleComparison(*Operator->getArg(0), *Operator->getArg(1), V);
      else if (Op == OO_Subscript)
        Depends = Is(Operator->getArg(1));
      else if (Op == OO_Equal)
        Depends = Is(Operator->getArg(1)) && sharedPlace(*Operator->getArg(0));
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S)) {
      const CXXMethodDecl *Method = Call->getMethodDecl();
      Depends =
          Method && Call->getNumArgs() != 0 && Is(Call->getArg(0)) &&
          Method->getIdentifier() &&
          (Method->getName() == "find" || Method->getName() == "at" ||
           Method->getName() == "count" || Method->getName() == "contains" ||
           containerChange(Method->getName()));
    }
    if (Depends)
      mark(S, Mention::Kind::Use, Which);
  }

  /// The variable that \p E is, or is a copy of.
  static const VarDecl *copied(const Expr &E) {
    const Expr *Node = stripped(&E);
    const auto *Construct = dyn_cast<CXXConstructExpr>(Node);
    return namedVariable(Construct && Construct->getNumArgs() == 1
                             ? Construct->getArg(0)
                             : Node);
  }

  bool isStaleComparison(const Expr &Left, const Expr &Right,
                         const VarDecl *V) {
    const bool IsLeft = copied(Left) == V;
    if (!IsLeft && copied(Right) != V)
      return false;
    const Expr &Other = IsLeft ? Right : Left;
    const VarDecl *OtherV = copied(Other);
    return !identityAsked(Other) && !(OtherV && OtherV->hasLocalStorage());
  }

  //===--- What is said ---------------------------------------------------===//

  void report(const Held &H, const CrossedUse &Use) {
    Finding New;
    New.Where = H.What == Kind::Error || H.What == Kind::Value
                    ? Use.Use->getBeginLoc()
                    : H.Where;
    New.Text = text(H);
    if (H.What == Kind::Value)
      New.note(H.Where, "set here");
    New.note(Use.Point.Where, "suspends here");
    if (New.Where == H.Where)
      New.note(Use.Use->getBeginLoc(), "used here afterwards");
    New.note(New.Where, wayOut(H));
    New.Evidence.push_back(evidenceOfThread(*H.Of, Model));
    Context.report(std::move(New));
  }

  static std::string text(const Held &H) {
    const std::string Moved =
        "; the coroutine may have moved to another thread by then";
    switch (H.What) {
    case Kind::Reference:
      return quoted(H.Variable->getName()) + " refers to the thread_local " +
             quoted(H.Of->getName()) + " and is used after a suspension" +
             Moved;
    case Kind::Value:
      return "the thread_local " + quoted(H.Of->getName()) +
             " is set before a suspension and used after it; the coroutine "
             "may have moved to another thread, which has its own";
    case Kind::Error:
      return "'errno' is read after a suspension; by then it may be that of "
             "another thread or of another call";
    case Kind::Identity:
      return quoted(H.Variable->getName()) +
             " names the thread from before a suspension and is used after it" +
             Moved;
    case Kind::Setting:
      return mention(*H.Of) +
             " sets something for this thread that is set "
             "back after a suspension" +
             Moved;
    }
    return "";
  }

  static std::string wayOut(const Held &H) {
    switch (H.What) {
    case Kind::Reference:
      return "ask for " + quoted(H.Of->getName()) +
             " again after the suspension, or copy what is needed";
    case Kind::Value:
      return "keep the value in a variable of the coroutine";
    case Kind::Error:
      return "copy 'errno' into a variable before the suspension";
    case Kind::Identity:
      return "ask for it again after the suspension";
    case Kind::Setting:
      return "set it back before the suspension";
    }
    return "";
  }

  const FunctionDecl &F;
  RuleContext &Context;
  AsyncModel &Model;
  const Stmt *Body;
  std::vector<Held> All;
  Mentions At;
  llvm::DenseSet<const Stmt *> Awaited; ///< below a co_await
  llvm::DenseSet<const Stmt *> Targets; ///< parts of what is written to
};

/// True if a coroutine like \p F always goes on on its own thread.
bool staysOnThread(const FunctionDecl &F, AsyncModel &Model) {
  const KnowledgeBase::Library *Library = Model.libraryOf(F);
  return (Library && Library->OneThread) ||
         Model.type(F.getReturnType()).Kind == AsyncKind::Generator;
}

} // namespace

static void run(const FunctionDecl &F, RuleContext &Context) {
  if (isCoroutine(F) && !staysOnThread(F, Context.model()) &&
      !Context.isInTest(F)) {
    Search(F, Context).run();
    findThreadStateGuards(F, Context);
  }
}

extern const Rule ThreadLocalAcrossAwait;
const Rule ThreadLocalAcrossAwait = {
    {"coro-thread-local-across-await",
     "state",
     "L9",
     "something that belongs to the thread is used after a suspension",
     Confidence::Likely,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
