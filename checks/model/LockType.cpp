#include "model/LockType.h"
#include "model/AsyncType.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace corolint {

static bool returnsAwaitable(const CXXMethodDecl &Method, Known &Facts,
                             ASTContext &Context) {
  return classifyAsync(Method.getReturnType(), Facts, Context).isAwaitable();
}

/// A mutex that also (or only) has a lock operation to co_await.
static bool hasAwaitableLock(const CXXRecordDecl &Record, Known &Facts,
                             ASTContext &Context) {
  return !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    for (const CXXMethodDecl *Method : R.methods())
      if (const IdentifierInfo *Name = Method->getIdentifier())
        if (Name->getName().contains_insensitive("lock") &&
            returnsAwaitable(*Method, Facts, Context))
          return false;
    return true;
  });
}

static bool doesNothing(const CXXMethodDecl &Method, Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(Method);
  const auto *Block =
      Definition ? dyn_cast_or_null<CompoundStmt>(Definition->getBody())
                 : nullptr;
  return Block && Block->body_empty();
}

/// A lock() that visibly spins, or locks something else.
static bool waits(const CXXMethodDecl &Lock, Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(Lock);
  bool Waits = false;
  if (Definition)
    walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
      Waits |= isa<WhileStmt, DoStmt, ForStmt>(S);
      if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S))
        if (const CXXMethodDecl *Method = Call->getMethodDecl())
          Waits |=
              Method->getIdentifier() && Method->getName().starts_with("lock");
      return true;
    });
  return Waits;
}

/// A lock() that sets a plain member and neither calls nor waits for anything
/// (assertions aside) marks its object; it keeps no thread out.
static bool setsAFlag(const CXXMethodDecl &Lock, Known &Facts) {
  const FunctionDecl *Definition = Facts.readableDefinition(Lock);
  bool Sets = false, Acts = false;
  if (Definition)
    walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
      if (S->getBeginLoc().isMacroID())
        return false;
      Acts |= isa<WhileStmt, DoStmt, ForStmt, CallExpr>(S);
      if (const auto *Assign = dyn_cast<BinaryOperator>(S))
        Sets |= Assign->isAssignmentOp() &&
                isa<MemberExpr>(Assign->getLHS()->IgnoreParenImpCasts());
      return true;
    });
  return Sets && !Acts;
}

static bool takesNothing(const CXXMethodDecl &Method) {
  return Method.getMinRequiredArguments() == 0;
}

LockType classifyMutex(const CXXRecordDecl &Record, Known &Facts,
                       ASTContext &Context) {
  if (const TypeFact *Fact = Facts.firstType(
          Record, [](const TypeFact &F) { return F.Mutex.has_value(); }))
    return {*Fact->Mutex, "mutex: " + Fact->From.str()};
  if (!Record.hasDefinition())
    return {};
  if (Record.hasAttr<CapabilityAttr>())
    return {LockOwner::Thread, "mutex: declared a capability"};
  const CXXMethodDecl *Lock = findMethod(Record, "lock", takesNothing);
  const CXXMethodDecl *Unlock = findMethod(Record, "unlock", takesNothing);
  if (hasAwaitableLock(Record, Facts, Context))
    return {LockOwner::Task, "mutex: its lock is awaited"};
  if (!Lock || !Unlock || doesNothing(*Lock, Facts) || setsAFlag(*Lock, Facts))
    return {};
  QualType Result = Lock->getReturnType();
  if (!Result->isVoidType() && !Result->isBooleanType())
    return {};
  return {LockOwner::Thread, "mutex: lock() returns without co_await",
          !findMethod(Record, "try_lock") && !waits(*Lock, Facts)};
}

/// Worst owner among the mutexes that template arguments of \p Record name.
static LockOwner ownerOfArguments(const CXXRecordDecl &Record, Known &Facts,
                                  ASTContext &Context) {
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Record);
  LockOwner Found = LockOwner::None;
  // Of a derived class the base is the one with the mutex.
  if (!Instance) {
    for (const CXXBaseSpecifier &Base : Record.bases())
      if (const CXXRecordDecl *R = recordOf(Base.getType());
          R && Found == LockOwner::None)
        Found = ownerOfArguments(*R, Facts, Context);
    return Found;
  }
  auto Add = [&](const TemplateArgument &Argument) {
    if (Argument.getKind() != TemplateArgument::Type)
      return;
    if (const CXXRecordDecl *Mutex = recordOf(Argument.getAsType())) {
      LockOwner Owner = classifyMutex(*Mutex, Facts, Context).Owner;
      if (Owner == LockOwner::Thread || Found == LockOwner::None)
        Found = Owner;
    }
  };
  for (const TemplateArgument &Argument : Instance->getTemplateArgs().asArray())
    if (Argument.getKind() == TemplateArgument::Pack)
      for (const TemplateArgument &Element : Argument.pack_elements())
        Add(Element);
    else
      Add(Argument);
  return Found;
}

/// The owner of the mutex on which \p F visibly calls one of the operations
/// that \p Wanted accepts.
static LockOwner mutexCalledIn(const FunctionDecl &F,
                               llvm::function_ref<bool(StringRef)> Wanted,
                               Known &Facts, ASTContext &Context) {
  const FunctionDecl *Definition = Facts.readableDefinition(F);
  if (!Definition)
    return LockOwner::None;
  LockOwner Found = LockOwner::None;
  walkEvaluated(Definition->getBody(), [&](const Stmt *S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(S);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (Method && Method->getIdentifier() && Wanted(Method->getName()))
      if (const CXXRecordDecl *Mutex =
              recordOf(Call->getImplicitObjectArgument()
                           ->IgnoreParenImpCasts()
                           ->getType(),
                       true))
        if (LockOwner Owner = classifyMutex(*Mutex, Facts, Context).Owner;
            Owner != LockOwner::None)
          Found = Owner;
    return true;
  });
  return Found;
}

/// RAII by shape: a constructor locks what the destructor unlocks.
static LockOwner ownerByRaii(const CXXRecordDecl &Record, Known &Facts,
                             ASTContext &Context) {
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  if (!Destructor || !Destructor->isUserProvided())
    return LockOwner::None;
  LockOwner Unlocks = mutexCalledIn(
      *Destructor, [](StringRef Name) { return Name.starts_with("unlock"); },
      Facts, Context);
  // The lock of a task is awaited before its guard is made.
  if (Unlocks != LockOwner::Thread)
    return Unlocks;
  // A constructor that also unlocks, or a destructor that also locks, holds the
  // lock only for a moment.
  auto Locks = [](StringRef Name) { return Name.starts_with("lock"); };
  auto Frees = [](StringRef Name) { return Name.starts_with("unlock"); };
  if (mutexCalledIn(*Destructor, Locks, Facts, Context) != LockOwner::None)
    return LockOwner::None;
  for (const CXXConstructorDecl *Constructor : Record.ctors())
    if (Constructor->isUserProvided() &&
        mutexCalledIn(*Constructor, Locks, Facts, Context) == Unlocks &&
        mutexCalledIn(*Constructor, Frees, Facts, Context) == LockOwner::None)
      return Unlocks;
  return LockOwner::None;
}

static LockType classifyGuard(const CXXRecordDecl &Record, Known &Facts,
                              ASTContext &Context, unsigned Depth) {
  if (const TypeFact *Fact = Facts.firstType(Record, [](const TypeFact &F) {
        return F.Guard.has_value() || F.GuardByMutex;
      }))
    return {Fact->Guard ? *Fact->Guard
                        : ownerOfArguments(Record, Facts, Context),
            "guard: " + Fact->From.str()};
  if (!Record.hasDefinition() || Record.isDependentContext() ||
      Record.isLambda())
    return {};
  if (Record.hasAttr<ScopedLockableAttr>())
    return {LockOwner::Thread, "guard: declared scoped_lockable"};
  // An awaiter that carries a lock decides in await_suspend what becomes of it.
  if (isInSystemHeader(Record) || isAwaiter(Record))
    return {};
  if (LockOwner Owner = ownerByRaii(Record, Facts, Context);
      Owner != LockOwner::None)
    return {Owner, "guard: '" + Record.getNameAsString() +
                       (Owner == LockOwner::Task
                            ? "' unlocks when destroyed"
                            : "' locks when constructed, unlocks when "
                              "destroyed")};
  // A class that has a guard for a member holds what the member holds.
  constexpr unsigned DeepEnough = 3;
  if (Depth == DeepEnough)
    return {};
  auto Of = [&](QualType T, const std::string &What) -> LockType {
    const CXXRecordDecl *Part = T->isReferenceType() ? nullptr : recordOf(T);
    if (!Part)
      return {};
    LockType Inner = classifyGuard(*Part, Facts, Context, Depth + 1);
    if (Inner.Owner == LockOwner::Thread)
      Inner.Evidence = What + " is a " + Inner.Evidence;
    return Inner;
  };
  for (const CXXBaseSpecifier &Base : Record.bases())
    if (LockType Inner = Of(Base.getType(), "its base");
        Inner.Owner == LockOwner::Thread)
      return Inner;
  for (const FieldDecl *Field : Record.fields())
    if (LockType Inner = Of(Field->getType(),
                            "its member '" + Field->getNameAsString() + "'");
        Inner.Owner == LockOwner::Thread)
      return Inner;
  return {};
}

LockType classifyGuard(const CXXRecordDecl &Record, Known &Facts,
                       ASTContext &Context) {
  return classifyGuard(Record, Facts, Context, 0);
}

GuardTag guardTag(QualType T, Known &Facts) {
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record)
    return GuardTag::None;
  const TypeFact *Fact = Facts.firstType(
      *Record, [](const TypeFact &F) { return F.Tag != GuardTag::None; });
  return Fact ? Fact->Tag : GuardTag::None;
}

} // namespace corolint
