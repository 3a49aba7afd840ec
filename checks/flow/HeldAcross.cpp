#include "flow/HeldAcross.h"
#include "flow/AccessPath.h"
#include "flow/FlowGraph.h"
#include "support/AstWalk.h"
#include "clang/Basic/SourceManager.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {
namespace {

/// The states an object may be in.
enum : uint8_t {
  Free = 1,
  Held = 2,
  MaybeHeld = 4, ///< an attempt whose outcome was not looked at
  Pending = 8,   ///< an attempt that is the condition of the next branch
};

enum class Effect { Acquire, Try, TryNow, Release, TakeOver };

/// What the Lockable requirements of C++ name.
std::optional<Effect> lockableOperation(StringRef Name) {
  return llvm::StringSwitch<std::optional<Effect>>(Name)
      .Cases("lock", "lock_shared", Effect::Acquire)
      .Cases("unlock", "unlock_shared", Effect::Release)
      .Cases("try_lock", "try_lock_shared", "try_lock_for", "try_lock_until",
             "try_lock_shared_for", "try_lock_shared_until", Effect::TryNow)
      .Default(std::nullopt);
}

class LockFlow {
public:
  LockFlow(const FunctionDecl &F, AsyncModel &Model) : F(F), Model(Model) {}

  std::vector<HeldLock> run() {
    for (const ParmVarDecl *Parameter : F.parameters())
      if (isThreadGuard(Parameter->getType()))
        addVariable(*Parameter, HeldLock::How::GuardParameter);
    bool Temporaries = false, Suspends = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      scanDeclarations(*S);
      Suspends |= Model.suspension(*S).has_value();
      if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(S))
        Temporaries |= isThreadGuard(Bound->getType());
      return true;
    });
    if (!Suspends)
      return {};
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      scanEffects(*S);
      return true;
    });
    if (!Temporaries && Objects.empty())
      return {};
    std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F);
    if (!Graph)
      return {};
    addTemporaries(Graph->cfg());
    if (Objects.empty())
      return {};
    solve(*Graph);
    std::vector<HeldLock> Result;
    for (Object &O : Objects)
      if (!O.Lock.Points.empty()) {
        llvm::sort(O.Lock.Points, [&](const Suspension &A, const Suspension &B) {
          return sources().isBeforeInTranslationUnit(A.Where, B.Where);
        });
        Result.push_back(std::move(O.Lock));
      }
    llvm::stable_sort(Result, [&](const HeldLock &A, const HeldLock &B) {
      return sources().isBeforeInTranslationUnit(A.Where, B.Where);
    });
    return Result;
  }

private:
  struct Object {
    HeldLock Lock;
    uint8_t AtEntry = Free;
    std::optional<AccessPath> Mutex; ///< of a guard: what it locks, if seen
  };

  struct Change {
    unsigned Target;
    Effect What;
    unsigned Source = 0; ///< with TakeOver
  };

  const SourceManager &sources() const {
    return F.getASTContext().getSourceManager();
  }

  bool isThreadGuard(QualType T) {
    return !T->isReferenceType() && !T->isDependentType() &&
           Model.guard(T).Owner == LockOwner::Thread;
  }

  //===--- What is tracked ---===//

  unsigned add(Object New) {
    Objects.push_back(std::move(New));
    return Objects.size() - 1;
  }

  void addVariable(const VarDecl &V, HeldLock::How How) {
    Object New;
    New.Lock.Kind = How;
    New.Lock.Where = V.getLocation();
    New.Lock.Name = V.getNameAsString();
    QualType T = V.getType().getNonReferenceType();
    New.Lock.Type = Model.spoken(T);
    New.Lock.Evidence = Model.guard(T).Evidence;
    if (How == HeldLock::How::GuardParameter)
      New.AtEntry = MaybeHeld;
    Variables[&V] = add(std::move(New));
  }

  /// A variable that owns a guard: declared as one, or a reference that keeps a
  /// temporary one alive.
  bool ownsGuard(const VarDecl &V) {
    if (V.isStaticLocal() || V.getType()->isDependentType())
      return false;
    if (!V.getType()->isReferenceType())
      return isThreadGuard(V.getType());
    const Expr *Init = V.getInit();
    return Init && isThreadGuard(V.getType().getNonReferenceType()) &&
           stripped(Init)->isPRValue();
  }

  void scanDeclarations(const Stmt &S) {
    const auto *Declaration = dyn_cast<DeclStmt>(&S);
    if (!Declaration)
      return;
    for (const Decl *D : Declaration->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && ownsGuard(*V))
        addVariable(*V, HeldLock::How::GuardVariable);
  }

  std::optional<unsigned> variable(const Expr *E) const {
    const VarDecl *V = namedVariable(E);
    auto It = V ? Variables.find(V) : Variables.end();
    return It == Variables.end() ? std::nullopt
                                 : std::optional<unsigned>(It->second);
  }

  /// The object for the mutex \p E locked by hand at \p Where.
  std::optional<unsigned> mutexAt(const Expr *E, SourceLocation Where,
                                  bool MayAdd) {
    std::optional<AccessPath> Path = E ? accessPath(*E) : std::nullopt;
    if (!Path)
      return std::nullopt;
    return mutexAt(*Path, E->IgnoreParenImpCasts()->getType(), Where, MayAdd);
  }

  std::optional<unsigned> mutexAt(const AccessPath &Path, QualType T,
                                  SourceLocation Where, bool MayAdd) {
    for (unsigned I = 0; I != Objects.size(); ++I)
      if (Objects[I].Lock.Kind == HeldLock::How::Mutex &&
          *Objects[I].Mutex == Path)
        return I;
    if (!MayAdd)
      return std::nullopt;
    if (T->isPointerType())
      T = T->getPointeeType();
    Object New;
    New.Lock.Kind = HeldLock::How::Mutex;
    New.Lock.Where = Where;
    New.Lock.Name = Path.Spoken;
    New.Lock.Type = Model.spoken(T.getUnqualifiedType());
    New.Lock.Evidence = Model.mutex(T).Evidence;
    New.Mutex = Path;
    return add(std::move(New));
  }

  void addTemporaries(const CFG &Graph) {
    for (const CFGBlock *Block : Graph)
      for (const CFGElement &Element : *Block)
        if (auto Dead = Element.getAs<CFGTemporaryDtor>()) {
          const CXXBindTemporaryExpr *Bound = Dead->getBindTemporaryExpr();
          if (!isThreadGuard(Bound->getType()) ||
              BoundTemporaries.count(Bound) || !startsHeld(*Bound))
            continue;
          Object New;
          New.Lock.Kind = HeldLock::How::GuardTemporary;
          New.Lock.Where = Bound->getExprLoc();
          New.Lock.Type = Model.spoken(Bound->getType());
          New.Lock.Evidence = Model.guard(Bound->getType()).Evidence;
          BoundTemporaries[Bound] = add(std::move(New));
        }
  }

  bool startsHeld(const CXXBindTemporaryExpr &Bound) {
    Change Result = initialChange(0, Bound.getSubExpr());
    return Result.What == Effect::Acquire;
  }

  //===--- What changes it ---===//

  /// How \p Init leaves the guard \p Target. Also lets go of what it takes over.
  Change initialChange(unsigned Target, const Expr *Init,
                       SmallVectorImpl<Change> *Others = nullptr) {
    if (!Init)
      return {Target, Effect::Release};
    if (std::optional<unsigned> Source = variable(Init))
      return {Target, Effect::TakeOver, *Source};
    const Expr *E = stripped(Init);
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    if (!Construct)
      // A factory is taken at its word: what it returns is held.
      return {Target, isa<CallExpr, CoawaitExpr>(E) ? Effect::Acquire
                                                    : Effect::Try};
    if (Construct->getConstructor()->isCopyOrMoveConstructor())
      return initialChange(Target, Construct->getArg(0), Others);
    std::optional<CallSite> Site = asCall(*Construct);
    const CXXRecordDecl *Guard = recordOf(Construct->getType());
    bool ByMutex = Guard && Model.facts().firstType(*Guard, [](const TypeFact &F) {
      return F.GuardByMutex;
    });
    if (!ByMutex)
      return {Target, Effect::Acquire};
    if (Site->Arguments.empty())
      return {Target, Effect::Release};
    for (const Expr *Argument : Site->Arguments)
      switch (guardTag(Argument->getType(), Model.facts())) {
      case GuardTag::Defer:
        return {Target, Effect::Release};
      case GuardTag::Try:
        return {Target, Effect::Try};
      case GuardTag::Adopt:
        if (Others)
          for (const Expr *Mutex : Site->Arguments)
            if (auto Locked = mutexAt(Mutex, {}, false))
              Others->push_back({*Locked, Effect::Release});
        return {Target, Effect::Acquire};
      case GuardTag::None:
        break;
      }
    // (mutex, duration) and (mutex, time point) try until then.
    if (Site->Arguments.size() == 2 &&
        Model.mutex(Site->Arguments[1]->getType()).Owner == LockOwner::None)
      return {Target, Effect::Try};
    return {Target, Effect::Acquire};
  }

  void scanEffects(const Stmt &S) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D))
          if (auto It = Variables.find(V); It != Variables.end())
            scanInitializer(*V, It->second);
      return;
    }
    if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
      return scanCaptures(*Lambda);
    if (const auto *Address = dyn_cast<UnaryOperator>(&S);
        Address && Address->getOpcode() == UO_AddrOf) {
      if (auto Target = variable(Address->getSubExpr()))
        Changes[&S].push_back({*Target, Effect::Release});
      return;
    }
    if (std::optional<CallSite> Site = asCall(S))
      scanCall(*Site);
  }

  void scanInitializer(const VarDecl &V, unsigned Target) {
    SmallVector<Change, 2> Others;
    Initial[&V].push_back(initialChange(Target, V.getInit(), &Others));
    llvm::append_range(Initial[&V], Others);
    if (const Expr *Init = V.getInit())
      if (const auto *Construct = dyn_cast<CXXConstructExpr>(stripped(Init)))
        if (Construct->getNumArgs() > 0)
          Objects[Target].Mutex = accessPath(*Construct->getArg(0));
  }

  void scanCaptures(const LambdaExpr &Lambda) {
    for (const LambdaCapture &Capture : Lambda.captures())
      if (Capture.capturesVariable())
        if (const auto *V = dyn_cast<VarDecl>(Capture.getCapturedVar()))
          if (auto It = Variables.find(V); It != Variables.end())
            Changes[&Lambda].push_back({It->second, Effect::Release});
  }

  void scanCall(const CallSite &Site) {
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(Site.Node);
        Assign && Assign->getOperator() == OO_Equal &&
        Site.Arguments.size() == 1)
      if (auto Target = variable(Site.Object)) {
        Changes[Site.Node].push_back(
            initialChange(*Target, Site.Arguments[0]));
        return;
      }
    bool Told = false;
    for (const FunctionFact *Fact : Model.facts(Site)) {
      Told |= byFact(Site, Fact->Acquires, Effect::Acquire);
      Told |= byFact(Site, Fact->Releases, Effect::Release);
      Told |= byFact(Site, Fact->Tries, Effect::TryNow);
      Told |= Fact->KeepsLocked.has_value();
    }
    if (Told)
      return;
    if (Site.Object)
      scanObject(Site);
    const FunctionDecl &Callee = *Site.Callee;
    for (unsigned I = 0; I != Site.Arguments.size(); ++I) {
      auto Target = variable(Site.Arguments[I]);
      if (!Target)
        continue;
      // Read-only access leaves the lock as it is; anything else may not.
      QualType T = I < Callee.getNumParams()
                       ? Callee.getParamDecl(I)->getType()
                       : QualType();
      bool ReadOnly = !T.isNull() && T->isLValueReferenceType() &&
                      T->getPointeeType().isConstQualified();
      if (!ReadOnly)
        Changes[Site.Node].push_back({*Target, Effect::Release});
    }
  }

  bool byFact(const CallSite &Site, std::optional<ArgumentIndex> Index,
              Effect What) {
    if (!Index)
      return false;
    const Expr *Argument = Site.argument(*Index);
    if (auto Target = variable(Argument)) {
      Changes[Site.Node].push_back({*Target, What});
      return true;
    }
    if (Argument && Site.ObjectClass && *Index == 0 &&
        Model.guard(Site.Object->IgnoreParenImpCasts()->getType()).Owner !=
            LockOwner::None)
      return true; // a guard that is not tracked
    if (auto Target =
            mutexAt(Argument, Site.where(), What != Effect::Release)) {
      Changes[Site.Node].push_back({*Target, What});
      if (What == Effect::TryNow)
        Attempts[Site.Node] = *Target;
    }
    return true;
  }

  /// A member call on a guard or on a mutex.
  void scanObject(const CallSite &Site) {
    const IdentifierInfo *Name = Site.Callee->getIdentifier();
    std::optional<Effect> Operation =
        Name ? lockableOperation(Name->getName()) : std::nullopt;
    if (auto Target = variable(Site.Object)) {
      const auto *Method = cast<CXXMethodDecl>(Site.Callee);
      if (Operation) {
        Changes[Site.Node].push_back({*Target, *Operation});
        return;
      }
      if (Method->isConst())
        return;
      Changes[Site.Node].push_back({*Target, Effect::Release});
      // unique_lock::release gives up the guard's duty; the mutex stays locked.
      if (Name && Name->getName() == "release" && Objects[*Target].Mutex) {
        const auto Path = *Objects[*Target].Mutex;
        if (auto Mutex = mutexAt(Path, Site.Object->getType(), Site.where(),
                                 true)) {
          Objects[*Mutex].Lock.Type.clear();
          Objects[*Mutex].Lock.Evidence = Objects[*Target].Lock.Evidence;
          Changes[Site.Node].insert(Changes[Site.Node].begin(),
                                    {*Mutex, Effect::TakeOver, *Target});
        }
      }
      return;
    }
    if (!Operation || !Site.ObjectClass)
      return;
    QualType T = Site.Object->IgnoreParenImpCasts()->getType();
    if (T->isPointerType())
      T = T->getPointeeType();
    if (Model.guard(T).Owner != LockOwner::None ||
        Model.mutex(T).Owner != LockOwner::Thread)
      return;
    if (auto Target = mutexAt(Site.Object, Site.where(),
                              *Operation != Effect::Release)) {
      Changes[Site.Node].push_back({*Target, *Operation});
      if (*Operation == Effect::TryNow)
        Attempts[Site.Node] = *Target;
    }
  }

  //===--- The analysis ---===//

  static void apply(const Change &C, FlowState &State) {
    uint8_t &Target = State[C.Target];
    switch (C.What) {
    case Effect::Acquire:
      Target = Held;
      break;
    case Effect::Try:
      Target = MaybeHeld;
      break;
    case Effect::TryNow:
      Target = Pending;
      break;
    case Effect::Release:
      Target = Free;
      break;
    case Effect::TakeOver:
      Target = State[C.Source];
      State[C.Source] = Free;
      break;
    }
  }

  void transfer(const CFGElement &Element, FlowState &State) const {
    auto ApplyAll = [&](ArrayRef<Change> All) {
      for (const Change &C : All)
        apply(C, State);
    };
    if (auto Statement = Element.getAs<CFGStmt>()) {
      const Stmt *S = Statement->getStmt();
      if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            if (auto It = Initial.find(V); It != Initial.end())
              ApplyAll(It->second);
      if (auto It = Changes.find(S); It != Changes.end())
        ApplyAll(It->second);
      if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(S))
        if (auto It = BoundTemporaries.find(Bound);
            It != BoundTemporaries.end())
          State[It->second] = Held;
    } else if (auto Dead = Element.getAs<CFGAutomaticObjDtor>()) {
      if (auto It = Variables.find(Dead->getVarDecl()); It != Variables.end())
        State[It->second] = Free;
    } else if (auto Gone = Element.getAs<CFGTemporaryDtor>()) {
      if (auto It = BoundTemporaries.find(Gone->getBindTemporaryExpr());
          It != BoundTemporaries.end())
        State[It->second] = Free;
    }
  }

  /// The object whose lock \p Condition asks for, and whether true says held.
  std::optional<std::pair<unsigned, bool>> asked(const Expr &Condition) const {
    const Expr *E = stripped(&Condition);
    if (const auto *Not = dyn_cast<UnaryOperator>(E);
        Not && Not->getOpcode() == UO_LNot) {
      auto Inner = asked(*Not->getSubExpr());
      if (Inner)
        Inner->second = !Inner->second;
      return Inner;
    }
    // trylock functions of C return zero for success.
    if (const auto *Compare = dyn_cast<BinaryOperator>(E);
        Compare && Compare->isEqualityOp() &&
        isZero(*Compare->getRHS(), F.getASTContext())) {
      auto It = Attempts.find(stripped(Compare->getLHS()));
      if (It == Attempts.end())
        return std::nullopt;
      return std::pair(It->second, Compare->getOpcode() == BO_EQ);
    }
    const auto *Call = dyn_cast<CallExpr>(E);
    if (!Call)
      return std::nullopt;
    if (auto It = Attempts.find(Call); It != Attempts.end())
      return std::pair(It->second, Call->getType()->isBooleanType());
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
    if (!Method || !Method->getReturnType()->isBooleanType())
      return std::nullopt;
    // owns_lock(), operator bool, try_lock() of a guard.
    if (auto Target = variable(Member->getImplicitObjectArgument()))
      return std::pair(*Target, true);
    return std::nullopt;
  }

  void narrow(const Expr &Condition, bool Taken, FlowState &State) const {
    auto Asked = asked(Condition);
    if (!Asked)
      return;
    uint8_t &Target = State[Asked->first];
    if (Taken != Asked->second)
      Target = Free;
    else if (Target & (MaybeHeld | Pending | Held))
      Target = Held;
  }

  void solve(const FlowGraph &Graph) {
    FlowState Entry;
    for (const Object &O : Objects)
      Entry.push_back(O.AtEntry);
    auto Apply = [&](const CFGElement &E, FlowState &S) { transfer(E, S); };
    std::vector<FlowState> In = Graph.solveForward(
        Entry, Apply, [&](const Expr &C, bool Taken, FlowState &S) {
          narrow(C, Taken, S);
        });
    for (const CFGBlock *Block : Graph.cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty())
        continue;
      for (const CFGElement &Element : *Block) {
        transfer(Element, State);
        if (auto Statement = Element.getAs<CFGStmt>())
          if (auto Point = Model.suspension(*Statement->getStmt());
              Point && !Point->NeverSuspends)
            record(*Point, State);
      }
    }
  }

  void record(const Suspension &Point, const FlowState &State) {
    for (unsigned I = 0; I != Objects.size(); ++I) {
      if (!(State[I] & (Held | MaybeHeld)))
        continue;
      HeldLock &Lock = Objects[I].Lock;
      if (llvm::any_of(Lock.Points, [&](const Suspension &Seen) {
            return Seen.Where == Point.Where;
          }))
        continue;
      Lock.Certain &= State[I] == Held;
      Lock.Points.push_back(Point);
    }
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  std::vector<Object> Objects;
  llvm::DenseMap<const VarDecl *, unsigned> Variables;
  llvm::DenseMap<const CXXBindTemporaryExpr *, unsigned> BoundTemporaries;
  llvm::DenseMap<const VarDecl *, SmallVector<Change, 2>> Initial;
  llvm::DenseMap<const Stmt *, SmallVector<Change, 2>> Changes;
  llvm::DenseMap<const Stmt *, unsigned> Attempts;
};

} // namespace

std::vector<HeldLock> findHeldAcross(const FunctionDecl &F,
                                     AsyncModel &Model) {
  return LockFlow(F, Model).run();
}

} // namespace corolint
