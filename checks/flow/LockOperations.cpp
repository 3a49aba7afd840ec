#include "flow/LockOperations.h"
#include "support/AstWalk.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {

/// What the Lockable requirements of C++ name.
static std::optional<LockEffect> lockableOperation(StringRef Name) {
  return llvm::StringSwitch<std::optional<LockEffect>>(Name)
      .Cases("lock", "lock_shared", LockEffect::Acquire)
      .Cases("unlock", "unlock_shared", LockEffect::Release)
      .Cases("try_lock", "try_lock_shared", "try_lock_for", "try_lock_until",
             "try_lock_shared_for", "try_lock_shared_until", LockEffect::TryNow)
      .Default(std::nullopt);
}

/// What Clang's thread safety attributes say of a member of a capability.
static std::optional<LockEffect> attributedOperation(const FunctionDecl &F) {
  if (const auto *A = F.getAttr<AcquireCapabilityAttr>();
      A && A->args_size() == 0)
    return LockEffect::Acquire;
  if (const auto *A = F.getAttr<ReleaseCapabilityAttr>();
      A && A->args_size() == 0)
    return LockEffect::Release;
  if (F.hasAttr<TryAcquireCapabilityAttr>())
    return LockEffect::TryNow;
  return std::nullopt;
}

bool isThreadGuard(QualType T, AsyncModel &Model) {
  return !T->isReferenceType() && !T->isDependentType() &&
         Model.guard(T).Owner == LockOwner::Thread;
}

bool isThreadLock(QualType T, AsyncModel &Model) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  return Model.mutex(T).Owner == LockOwner::Thread ||
         Model.guard(T).Owner == LockOwner::Thread;
}

llvm::SmallVector<LockOperation, 2>
lockOperations(const CallSite &Site, bool OnGuard, AsyncModel &Model) {
  SmallVector<LockOperation, 2> Found;
  auto Add = [&](const FunctionFact &Fact, std::optional<ArgumentIndex> Index,
                 LockEffect What) {
    if (!Index)
      return;
    std::string Evidence = "locks: " + Fact.From.str();
    if (*Index == AllArguments) {
      for (const Expr *Argument : Site.Arguments)
        Found.push_back({What, Argument, Evidence});
    } else if (const Expr *On = Site.argument(*Index)) {
      Found.push_back({What, On, Evidence});
    }
  };
  for (const FunctionFact *Fact : Model.facts(Site)) {
    Add(*Fact, Fact->Acquires, LockEffect::Acquire);
    Add(*Fact, Fact->Releases, LockEffect::Release);
    Add(*Fact, Fact->Tries, LockEffect::TryNow);
    if (!Found.empty())
      return Found;
  }
  if (!Site.Object || !Site.ObjectClass)
    return Found;
  QualType T = Site.Object->IgnoreParenImpCasts()->getType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const IdentifierInfo *Name = Site.Callee->getIdentifier();
  std::optional<LockEffect> What = attributedOperation(*Site.Callee);
  if (!What && Name)
    What = lockableOperation(Name->getName());
  if (!What)
    return Found;
  const LockType &Mutex = Model.mutex(T);
  const bool IsMutex = Mutex.Owner == LockOwner::Thread && !Mutex.ByNameOnly;
  if (OnGuard || (IsMutex && Model.guard(T).Owner == LockOwner::None))
    Found.push_back({*What, Site.Object});
  return Found;
}

LockEffect constructedGuard(const CXXConstructExpr &Construct,
                            AsyncModel &Model) {
  if (Construct.getConstructor()->isDefaultConstructor() &&
      !Construct.getConstructor()->isUserProvided())
    return LockEffect::Release;
  for (const Expr *Argument : Construct.arguments())
    if (isThreadLock(Argument->getType(), Model))
      return LockEffect::Acquire;
  const FunctionDecl *Definition =
      Model.facts().readableDefinition(*Construct.getConstructor());
  if (!Definition)
    return LockEffect::Acquire; // its class is said to be a guard
  bool Locks = false;
  auto Look = [&](const Stmt *Root) {
    walkEvaluated(Root, [&](const Stmt *S) {
      if (std::optional<CallSite> Site = asCall(*S)) {
        const IdentifierInfo *Name = Site->Callee->getIdentifier();
        Locks |=
            Name && lockableOperation(Name->getName()) == LockEffect::Acquire;
      }
      if (const auto *Inner = dyn_cast<CXXConstructExpr>(S))
        Locks |=
            Inner->getNumArgs() > 0 && isThreadGuard(Inner->getType(), Model);
      return !Locks;
    });
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(Definition))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      if (Init->isWritten())
        Look(Init->getInit());
  Look(Definition->getBody());
  return Locks ? LockEffect::Acquire : LockEffect::Release;
}

} // namespace corolint
