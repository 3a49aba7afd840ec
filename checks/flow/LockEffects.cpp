#include "flow/LockEffects.h"
#include "flow/Discarded.h"
#include "flow/GuardBox.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {

LockEffects::LockEffects(const FunctionDecl &F, AsyncModel &Model)
    : F(F), Model(Model) {
  const Stmt *Body = writtenBody(F);
  if (!Body)
    return;
  walkEvaluated(Body, [&](const Stmt *S) {
    Suspends |= Model.suspension(*S).has_value();
    return !Suspends;
  });
  if (!Suspends)
    return;
  for (const ParmVarDecl *Parameter : F.parameters())
    if (isThreadGuard(Parameter->getType(), Model))
      addVariable(*Parameter, LockObject::How::GuardParameter);
  forEachDiscarded(*Body,
                   [&](const Expr &E, DiscardedBy) { Discarded[&E] = true; });
  auto Walk = [&](void (LockEffects::*Read)(const Stmt &)) {
    walkEvaluated(Body, [&](const Stmt *S) {
      (this->*Read)(*S);
      return true;
    });
  };
  Walk(&LockEffects::collectObjects);
  Walk(&LockEffects::collectHandLocks);
  if (!Objects.empty())
    Walk(&LockEffects::readEffects);
}

//===--- What is tracked --------------------------------------------------===//

/// A variable that owns a guard: declared as one, or a reference that keeps a
/// temporary one alive.
bool LockEffects::ownsGuard(const VarDecl &V) {
  if (V.isStaticLocal() || V.getType()->isDependentType())
    return false;
  if (!V.getType()->isReferenceType())
    return isThreadGuard(V.getType(), Model) ||
           !guardInBox(V.getType(), Model).isNull();
  const Expr *Init = V.getInit();
  return Init && isThreadGuard(V.getType().getNonReferenceType(), Model) &&
         stripped(Init)->isPRValue();
}

void LockEffects::addVariable(const VarDecl &V, LockObject::How How) {
  QualType T = V.getType().getNonReferenceType();
  LockObject New;
  New.Kind = How;
  New.Where = V.getLocation();
  New.Name = V.getNameAsString();
  New.Type = Model.spoken(T);
  QualType Inside = guardInBox(T, Model);
  New.Boxed = !Inside.isNull();
  New.Evidence = Model.guard(New.Boxed ? Inside : T).Evidence;
  if (const CXXRecordDecl *Record = recordOf(T))
    New.CanUnlock = findMethod(*Record, "unlock") != nullptr;
  // `auto [lock, data] = …`: the binding that holds the guard has the name.
  if (const auto *Decomposed = dyn_cast<DecompositionDecl>(&V))
    for (const BindingDecl *Binding : Decomposed->bindings())
      if (isThreadGuard(Binding->getType(), Model)) {
        New.Name = Binding->getNameAsString();
        New.Where = Binding->getLocation();
      }
  // The range of a range-for is nobody's variable.
  if (V.isCXXForRangeDecl() || V.isImplicit()) {
    New.Kind = LockObject::How::GuardTemporary;
    New.Type = Model.spoken(T.getCanonicalType());
    if (V.getInit())
      New.Where = V.getInit()->getBeginLoc();
  }
  Variables[&V] = Objects.size();
  Objects.push_back(std::move(New));
}

void LockEffects::addTemporary(const CXXBindTemporaryExpr &Bound) {
  if (!isThreadGuard(Bound.getType(), Model))
    return;
  Changes Ignored;
  if (initialChange(0, Bound.getSubExpr(), &Ignored).What !=
      LockEffect::Acquire)
    return;
  LockObject New;
  New.Kind = LockObject::How::GuardTemporary;
  New.Where = Bound.getExprLoc();
  New.Type = Model.spoken(Bound.getType().getCanonicalType());
  New.Evidence = Model.guard(Bound.getType()).Evidence;
  Temporaries[&Bound] = Objects.size();
  Objects.push_back(std::move(New));
}

void LockEffects::collectObjects(const Stmt &S) {
  if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *V = dyn_cast<VarDecl>(D); V && ownsGuard(*V))
        addVariable(*V, LockObject::How::GuardVariable);
  } else if (std::optional<CallSite> Site = asCall(S)) {
    // A guard that is made to be an argument is the callee's.
    for (unsigned I = 0; I != Site->Arguments.size(); ++I)
      if (I < Site->Callee->getNumParams() &&
          !Site->Callee->getParamDecl(I)->getType()->isReferenceType())
        ByValue[stripped(Site->Arguments[I])] = true;
  } else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(&S)) {
    if (!ByValue.count(stripped(Bound)))
      addTemporary(*Bound);
  } else if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S)) {
    // What the co_await gives is made when the suspension is over.
    if (const Expr *Resume = Suspend->getResumeExpr())
      walkEvaluated(Resume, [&](const Stmt *Inner) {
        if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Inner)) {
          addTemporary(*Bound);
          if (auto It = Temporaries.find(Bound); It != Temporaries.end())
            ResultOf[It->second] = Suspend;
        }
        return !isa<CoroutineSuspendExpr>(Inner);
      });
  }
}

std::optional<unsigned> LockEffects::guardOf(const Expr *E) const {
  if (E)
    E = unboxed(E, Model);
  const auto *Ref = dyn_cast_or_null<DeclRefExpr>(E ? stripped(E) : nullptr);
  if (!Ref) {
    // A guard that is a member of an aggregate stands for the aggregate.
    const auto *Member =
        dyn_cast_or_null<MemberExpr>(E ? stripped(E) : nullptr);
    if (!Member || !isa<FieldDecl>(Member->getMemberDecl()) ||
        !isThreadGuard(Member->getType(), Model))
      return std::nullopt;
    return guardOf(Member->getBase());
  }
  const VarDecl *V = dyn_cast<VarDecl>(Ref->getDecl());
  if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl())) {
    if (!isThreadGuard(Binding->getType(), Model))
      return std::nullopt;
    V = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
  }
  if (!V)
    return std::nullopt;
  if (auto It = Variables.find(V); It != Variables.end())
    return It->second;
  // Another name for it: `auto &alias = lock;`
  if (V->getType()->isReferenceType() && V->hasLocalStorage() &&
      !isa<ParmVarDecl>(V) && V->getInit())
    return guardOf(V->getInit());
  return std::nullopt;
}

std::optional<unsigned> LockEffects::mutexOf(const AccessPath &Path) const {
  for (unsigned I = 0; I != Objects.size(); ++I)
    if (Objects[I].Kind == LockObject::How::Mutex && *Objects[I].Mutex == Path)
      return I;
  return std::nullopt;
}

unsigned LockEffects::mutexAt(const AccessPath &Path, QualType T,
                              SourceLocation Where, StringRef Evidence) {
  if (std::optional<unsigned> Known = mutexOf(Path))
    return *Known;
  if (T->isPointerType())
    T = T->getPointeeType();
  LockObject New;
  New.Kind = LockObject::How::Mutex;
  New.Where = Where;
  New.Name = Path.Spoken;
  New.Type = Model.spoken(T.getUnqualifiedType());
  New.Evidence = Evidence.empty() ? Model.mutex(T).Evidence : Evidence.str();
  New.Mutex = Path;
  Objects.push_back(std::move(New));
  return Objects.size() - 1;
}

/// Mutexes enter the table first, so that mentions before the lock count.
void LockEffects::collectHandLocks(const Stmt &S) {
  std::optional<CallSite> Site = asCall(S);
  if (!Site)
    return;
  for (const LockOperation &Op :
       lockOperations(*Site, guardOf(Site->Object).has_value(), Model))
    if (Op.What != LockEffect::Release && !guardOf(Op.On))
      if (std::optional<AccessPath> Path = accessPath(*Op.On))
        mutexAt(*Path, Op.On->IgnoreParenImpCasts()->getType(), Site->where(),
                Op.Evidence);
}

//===--- What changes it --------------------------------------------------===//

/// How \p Init leaves the guard \p Target. What it takes over goes to \p
/// Others.
LockChange LockEffects::initialChange(unsigned Target, const Expr *Init,
                                      Changes *Others) {
  if (!Init)
    return {Target, LockEffect::Release};
  if (std::optional<unsigned> Source = guardOf(Init)) {
    understand(Init);
    return {Target, LockEffect::TakeOver, *Source};
  }
  const Expr *E = stripped(Init);
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    // An aggregate holds what the guard among its members holds.
    for (const Expr *Part : List->inits())
      if (isThreadGuard(Part->getType(), Model))
        return initialChange(Target, Part, Others);
    return {Target, LockEffect::Release};
  }
  const auto *Construct = dyn_cast<CXXConstructExpr>(E);
  if (!Construct)
    // A factory is taken at its word: what it returns is held.
    return {Target, isa<CallExpr, CoroutineSuspendExpr>(E) ? LockEffect::Acquire
                    : isa<CXXDefaultInitExpr, ImplicitValueInitExpr>(E)
                        ? LockEffect::Release
                        : LockEffect::Try};
  if (Construct->getConstructor()->isCopyOrMoveConstructor())
    return initialChange(Target, Construct->getArg(0), Others);
  std::optional<CallSite> Site = asCall(*Construct);
  const CXXRecordDecl *Guard = recordOf(Construct->getType());
  const bool ByMutex =
      Guard && Model.facts().firstType(
                   *Guard, [](const TypeFact &F) { return F.GuardByMutex; });
  if (!ByMutex)
    return {Target, constructedGuard(*Construct, Model)};
  if (Site->Arguments.empty())
    return {Target, LockEffect::Release};
  for (const Expr *Argument : Site->Arguments)
    switch (guardTag(Argument->getType(), Model.facts())) {
    case GuardTag::Defer:
      return {Target, LockEffect::Release};
    case GuardTag::Try:
      return {Target, LockEffect::Try};
    case GuardTag::Adopt:
      for (const Expr *Mutex : Site->Arguments)
        if (std::optional<AccessPath> Path = accessPath(*Mutex))
          if (auto Locked = mutexOf(*Path))
            Others->push_back({*Locked, LockEffect::Release});
      return {Target, LockEffect::Acquire};
    case GuardTag::None:
      break;
    }
  // (mutex, duration) and (mutex, time point) try until then.
  if (Site->Arguments.size() == 2 &&
      Model.mutex(Site->Arguments[1]->getType()).Owner == LockOwner::None)
    return {Target, LockEffect::Try};
  return {Target, LockEffect::Acquire};
}

/// How a box is left by \p With.
LockChange LockEffects::fill(unsigned Target, const Filling &With) {
  std::optional<unsigned> Source = guardOf(With.Taken);
  if (With.What != LockEffect::TakeOver)
    return {Target, With.What};
  if (!Source)
    return {Target, LockEffect::Try};
  understand(With.Taken);
  return {Target, LockEffect::TakeOver, *Source};
}

/// How the guard or box \p Target is left by \p Value, its initialiser or what
/// is assigned to it.
LockChange LockEffects::valueChange(unsigned Target, const Expr *Value,
                                    Changes *Others) {
  return Objects[Target].Boxed && Value && !guardOf(Value)
             ? fill(Target, fillingOf(*Value, Model))
             : initialChange(Target, Value, Others);
}

/// The mention of a lock in \p E has been given its meaning.
void LockEffects::understand(const Expr *E) {
  walkEvaluated(E, [&](const Stmt *S) {
    if (isa<DeclRefExpr, MemberExpr>(S))
      Understood[S] = true;
    return true;
  });
}

void LockEffects::readDeclaration(const VarDecl &V, unsigned Target) {
  Changes Others;
  AtDeclaration[&V].push_back(valueChange(Target, V.getInit(), &Others));
  llvm::append_range(AtDeclaration[&V], Others);
  const auto *Construct =
      V.getInit() ? dyn_cast<CXXConstructExpr>(stripped(V.getInit())) : nullptr;
  if (!Construct)
    return;
  if (Construct->getNumArgs() > 0)
    Objects[Target].Mutex = accessPath(*Construct->getArg(0));
  // Mutexes that go into a guard stay what they are.
  for (const Expr *Argument : Construct->arguments())
    if (isThreadLock(Argument->getType(), Model) && !guardOf(Argument))
      understand(Argument);
}

void LockEffects::readEffects(const Stmt &S) {
  if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
    for (const Decl *D : Declaration->decls()) {
      const auto *V = dyn_cast<VarDecl>(D);
      if (!V)
        continue;
      if (auto It = Variables.find(V); It != Variables.end())
        readDeclaration(*V, It->second);
      else if (V->getType()->isReferenceType() && V->getInit() &&
               guardOf(V->getInit()))
        understand(V->getInit()); // an alias
      // What the variable meant in the round before is over.
      for (unsigned I = 0; I != Objects.size(); ++I)
        if (Objects[I].Kind == LockObject::How::Mutex &&
            Objects[I].Mutex->Steps.front() == V->getCanonicalDecl())
          AtDeclaration[V].push_back({I, LockEffect::Release});
    }
  } else if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
    readCaptures(*Lambda);
  } else if (const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S)) {
    readAwaiter(*Suspend);
  } else if (std::optional<CallSite> Site = asCall(S)) {
    readCall(*Site);
  } else if (const auto *Member = dyn_cast<MemberExpr>(&S)) {
    // Another member of an aggregate that holds a guard.
    if (isa<FieldDecl>(Member->getMemberDecl()) &&
        !isThreadGuard(Member->getType(), Model) && guardOf(Member->getBase()))
      understand(Member->getBase());
  } else if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
             Assign && Assign->isAssignmentOp()) {
    // A pointer on the way to a mutex is changed.
    if (std::optional<AccessPath> Path = accessPath(*Assign->getLHS()))
      for (unsigned I = 0; I != Objects.size(); ++I)
        if (Objects[I].Kind == LockObject::How::Mutex &&
            Objects[I].Mutex->startsWith(*Path))
          AtExpression[Assign].push_back({I, LockEffect::Release});
  }
  if (const auto *E = dyn_cast<Expr>(&S))
    readMention(*E);
}

bool LockEffects::mentionsPath(const Stmt &Body, const AccessPath &Path) {
  bool Found = false;
  walkEvaluated(&Body, [&](const Stmt *S) {
    if (const auto *E = dyn_cast<Expr>(S); E && isa<DeclRefExpr, MemberExpr>(E))
      if (std::optional<AccessPath> Other = accessPath(*E))
        Found |= *Other == Path;
    return !Found;
  });
  return Found;
}

void LockEffects::readCaptures(const LambdaExpr &Lambda) {
  for (const LambdaCapture &Capture : Lambda.captures())
    if (Capture.capturesVariable())
      if (const auto *V = dyn_cast<VarDecl>(Capture.getCapturedVar()))
        if (auto It = Variables.find(V); It != Variables.end())
          AtExpression[&Lambda].push_back({It->second, LockEffect::Release});
  for (unsigned I = 0; I != Objects.size(); ++I)
    if (Objects[I].Kind == LockObject::How::Mutex && Lambda.getBody() &&
        mentionsPath(*Lambda.getBody(), *Objects[I].Mutex))
      AtExpression[&Lambda].push_back({I, LockEffect::Release});
}

/// A call of another member of this object that visibly deals with a mutex.
void LockEffects::readOwnMethod(const CallSite &Site) {
  const FunctionDecl *Definition =
      Site.Object && isa<CXXThisExpr>(stripped(Site.Object)) && !Site.Virtual
          ? Model.facts().readableDefinition(*Site.Callee)
          : nullptr;
  if (!Definition || isCoroutine(*Definition))
    return;
  for (unsigned I = 0; I != Objects.size(); ++I)
    if (Objects[I].Kind == LockObject::How::Mutex &&
        mentionsPath(*Definition->getBody(), *Objects[I].Mutex))
      AtExpression[Site.Node].push_back({I, LockEffect::Release});
}

/// An awaiter that deals with a mutex when the coroutine has been suspended: it
/// lets go of what the coroutine has locked.
void LockEffects::readAwaiter(const CoroutineSuspendExpr &Suspend) {
  const Expr *Awaited = Suspend.getCommonExpr();
  const CXXRecordDecl *Awaiter =
      Awaited ? recordOf(Awaited->getType()) : nullptr;
  const CXXMethodDecl *Method =
      Awaiter ? findMethod(*Awaiter, "await_suspend") : nullptr;
  const FunctionDecl *Definition =
      Method ? Model.facts().readableDefinition(*Method) : nullptr;
  if (!Definition)
    return;
  walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
    const auto *Member = dyn_cast<MemberExpr>(S);
    for (unsigned I = 0; Member && I != Objects.size(); ++I)
      if (Objects[I].Kind == LockObject::How::Mutex &&
          Objects[I].Mutex->Steps.back() == Member->getMemberDecl())
        AtExpression[&Suspend].push_back({I, LockEffect::Release});
    return true;
  });
}

void LockEffects::readCall(const CallSite &Site) {
  Changes &Here = AtExpression[Site.Node];
  if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(Site.Node);
      Assign && Assign->getOperator() == OO_Equal && Site.Arguments.size() == 1)
    if (auto Target = guardOf(Site.Object)) {
      Changes Others;
      Here.push_back(valueChange(*Target, Site.Arguments[0], &Others));
      llvm::append_range(Here, Others);
      understand(Site.Object);
      return;
    }
  if (auto Target = guardOf(Site.Object); Target && Objects[*Target].Boxed)
    if (std::optional<Filling> With = boxOperation(Site, Model)) {
      Here.push_back(fill(*Target, *With));
      if (With->What == LockEffect::Acquire)
        Objects[*Target].Locked = Site.where();
      understand(Site.Object);
      return;
    }
  for (const LockOperation &Op :
       lockOperations(Site, guardOf(Site.Object).has_value(), Model)) {
    std::optional<unsigned> Target = guardOf(Op.On);
    if (Target) {
      if (Op.What == LockEffect::Acquire)
        Objects[*Target].Locked = Site.where();
    } else if (std::optional<AccessPath> Path = accessPath(*Op.On)) {
      Target = mutexOf(*Path);
    }
    if (!Target)
      continue;
    understand(Op.On);
    Here.push_back({*Target, Op.What});
    if (Op.What == LockEffect::TryNow)
      Attempts[Site.Node] = *Target;
  }
  for (const FunctionFact *Fact : Model.facts(Site))
    if (Fact->KeepsLocked)
      if (const Expr *Kept = Site.argument(*Fact->KeepsLocked))
        understand(Kept);
  readOwnMethod(Site);

  const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
  if (auto Target = guardOf(Site.Object); Target && Method) {
    if (Method->isConst())
      understand(Site.Object);
    // unique_lock::release gives up the guard's duty; the mutex stays locked
    // unless somebody takes what is returned.
    const IdentifierInfo *Name = Method->getIdentifier();
    if (Name && Name->getName() == "release" && Objects[*Target].Mutex &&
        Discarded.count(Site.Node)) {
      const AccessPath Path = *Objects[*Target].Mutex;
      unsigned Mutex = mutexAt(Path, Site.Node->getType(), Site.where(),
                               Objects[*Target].Evidence);
      AtExpression[Site.Node].push_back({Mutex, LockEffect::TakeOver, *Target});
      understand(Site.Object);
    }
  }
  // Binding to a reference to const lets nobody unlock.
  for (unsigned I = 0; I != Site.Arguments.size(); ++I) {
    if (I >= Site.Callee->getNumParams())
      break;
    QualType T = Site.Callee->getParamDecl(I)->getType();
    if (T->isLValueReferenceType() && T->getPointeeType().isConstQualified())
      understand(Site.Arguments[I]);
  }
}

/// Whatever is not understood lets go.
void LockEffects::readMention(const Expr &E) {
  if (!isa<DeclRefExpr, MemberExpr>(E) || Understood.count(&E))
    return;
  if (auto Target = guardOf(&E)) {
    AtExpression[&E].push_back({*Target, LockEffect::Release});
    return;
  }
  if (std::optional<AccessPath> Path = accessPath(E))
    if (auto Target = mutexOf(*Path))
      AtExpression[&E].push_back({*Target, LockEffect::Release});
}

//===--- Questions --------------------------------------------------------===//

std::optional<std::pair<unsigned, bool>>
LockEffects::asked(const Expr &Condition) const {
  const Expr *E = stripped(&Condition);
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    auto Inner = asked(*Not->getSubExpr());
    if (Inner)
      Inner->second = !Inner->second;
    return Inner;
  }
  if (const auto *Compare = dyn_cast<BinaryOperator>(E);
      Compare && Compare->isEqualityOp()) {
    const Expr *Left = Compare->getLHS(), *Right = Compare->getRHS();
    Expr::EvalResult Constant;
    if (!Right->isValueDependent() &&
        !Right->EvaluateAsInt(Constant, F.getASTContext()))
      std::swap(Left, Right);
    if (Right->isValueDependent() ||
        !Right->EvaluateAsInt(Constant, F.getASTContext()))
      return std::nullopt;
    auto Inner = asked(*Left);
    const bool ComparesWithTrue = Constant.Val.getInt() != 0;
    if (Inner && ComparesWithTrue != (Compare->getOpcode() == BO_EQ))
      Inner->second = !Inner->second;
    return Inner;
  }
  // The outcome, kept in a variable that is not changed afterwards.
  if (const VarDecl *V = namedVariable(E);
      V && V->hasLocalStorage() && V->getInit() && !isa<ParmVarDecl>(V) &&
      V->getType()->isIntegralOrEnumerationType() && !isChanged(*V))
    return asked(*V->getInit());
  const auto *Call = dyn_cast<CallExpr>(E);
  if (!Call)
    return std::nullopt;
  // trylock functions of C return zero for success.
  if (auto It = Attempts.find(Call); It != Attempts.end())
    return std::pair(It->second, Call->getType()->isBooleanType());
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
  const CXXMethodDecl *Method = Member ? Member->getMethodDecl() : nullptr;
  if (!Method || !Method->getReturnType()->isBooleanType())
    return std::nullopt;
  // owns_lock(), operator bool of a guard.
  if (auto Target = guardOf(Member->getImplicitObjectArgument()))
    return std::pair(*Target, true);
  return std::nullopt;
}

} // namespace corolint
