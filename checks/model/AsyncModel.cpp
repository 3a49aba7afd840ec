#include "model/AsyncModel.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

const CXXRecordDecl *AsyncModel::keyOf(QualType T) const {
  const CXXRecordDecl *Record = recordOf(T);
  return Record ? Record->getCanonicalDecl() : nullptr;
}

const AsyncType &AsyncModel::type(QualType T) {
  std::unique_ptr<AsyncType> &Slot = Types[keyOf(T)];
  if (!Slot)
    Slot = std::make_unique<AsyncType>(classifyAsync(T, Facts, Context));
  return *Slot;
}

const LockType &AsyncModel::guard(QualType T) {
  const CXXRecordDecl *Key = keyOf(T);
  std::unique_ptr<LockType> &Slot = Guards[Key];
  if (!Slot)
    Slot = std::make_unique<LockType>(
        Key ? classifyGuard(*recordOf(T), Facts, Context) : LockType());
  return *Slot;
}

const LockType &AsyncModel::mutex(QualType T) {
  const CXXRecordDecl *Key = keyOf(T);
  std::unique_ptr<LockType> &Slot = Mutexes[Key];
  if (!Slot)
    Slot = std::make_unique<LockType>(
        Key ? classifyMutex(*recordOf(T), Facts, Context) : LockType());
  return *Slot;
}

/// A task, a callable that returns one, or a template of either (a container,
/// a type-erased callable).
bool AsyncModel::isTask(QualType T) {
  AsyncKind Kind = type(T).Kind;
  if (Kind != AsyncKind::None && Kind != AsyncKind::Generator)
    return true;
  auto IsTaskOrMaker = [&](QualType Part) {
    if (const auto *Function = Part->getAs<FunctionType>())
      Part = Function->getReturnType();
    return type(Part).Kind == AsyncKind::Task;
  };
  const CXXRecordDecl *Record = recordOf(T);
  if (Record && Record->isLambda()) {
    const CXXMethodDecl *Call = Record->getLambdaCallOperator();
    return Call && IsTaskOrMaker(Call->getType());
  }
  const auto *Instance =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  return Instance &&
         llvm::any_of(Instance->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &A) {
                        return A.getKind() == TemplateArgument::Type &&
                               IsTaskOrMaker(A.getAsType());
                      });
}

bool AsyncModel::involvesTask(const CallSite &Site) {
  auto IsTask = [&](const Expr *E) {
    return E && isTask(stripped(E)->getType());
  };
  return IsTask(Site.Object) || llvm::any_of(Site.Arguments, IsTask);
}

bool AsyncModel::lacksFlag(const FunctionFact &Fact,
                           const CallSite &Site) const {
  if (!Fact.UnlessFlag)
    return true;
  const Expr *Argument = Site.argument(Fact.UnlessFlag->Argument);
  std::optional<uint64_t> Value =
      Argument ? constantOf(*Argument, Context) : std::nullopt;
  // Not there, or no flag at all but a callable: nothing to ask.
  if (!Argument || !Argument->getType()->isIntegralOrEnumerationType())
    return true;
  return Value && !(*Value & Fact.UnlessFlag->Flag);
}

bool AsyncModel::isTrustedNotToBlock(const CallSite &Site) {
  return llvm::any_of(
      facts(Site), [](const FunctionFact *Fact) { return Fact->NonBlocking; });
}

/// The call whose result \p Object is, or nothing.
static std::optional<CallSite> madeBy(const Expr *Object) {
  const auto *Call =
      dyn_cast_or_null<CallExpr>(Object ? stripped(Object) : nullptr);
  return Call && Call->isPRValue() ? asCall(*Call) : std::nullopt;
}

bool AsyncModel::isReadyResult(const Expr *Object) {
  std::optional<CallSite> Site = madeBy(Object);
  return Site && (runsToItsEnd(*Site->Callee) || givesReady(*Site));
}

/// What the body of \p F returns if it does nothing else, or null.
static const Expr *onlyReturned(const FunctionDecl &F) {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(writtenBody(F));
  const auto *Return = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  return Return ? Return->getRetValue() : nullptr;
}

bool AsyncModel::comesFrom(const CallSite &Site,
                           llvm::function_ref<bool(const FunctionFact &)> Is,
                           unsigned Depth) {
  if (llvm::any_of(facts(Site),
                   [&](const FunctionFact *Fact) { return Is(*Fact); }))
    return true;
  const FunctionDecl *Body = Depth == 0 || Site.Virtual
                                 ? nullptr
                                 : Facts.readableDefinition(*Site.Callee);
  const Expr *Returned = Body ? onlyReturned(*Body) : nullptr;
  std::optional<CallSite> Inner = Returned ? madeBy(Returned) : std::nullopt;
  return Inner && comesFrom(*Inner, Is, Depth - 1);
}

bool AsyncModel::givesReady(const CallSite &Site) {
  return comesFrom(Site,
                   [](const FunctionFact &Fact) { return Fact.NeverSuspends; });
}

bool AsyncModel::owesNothing(const CallSite &Site) {
  return comesFrom(Site, [](const FunctionFact &Fact) {
    return Fact.NeverSuspends || Fact.Discardable || Fact.Detaches;
  });
}

bool AsyncModel::runsToItsEnd(const FunctionDecl &Callee) {
  const FunctionDecl *Definition = Facts.readableDefinition(Callee);
  if (!Definition || !isCoroutine(*Definition) ||
      type(Callee.getReturnType()).Starts != Start::Eager)
    return false;
  bool Suspends = false;
  walkEvaluated(writtenBody(*Definition), [&](const Stmt *S) {
    Suspends |= realSuspension(*S).has_value();
    return !Suspends;
  });
  return !Suspends;
}

const FunctionFact *AsyncModel::blocking(const CallSite &Site) {
  // A copied or moved object is what it was: nothing is opened or waited for.
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Site.Node);
      Construct && Construct->getConstructor()->isCopyOrMoveConstructor())
    return nullptr;
  // What it returns is awaited; it does not wait itself. A reference to its own
  // object only allows `f.wait().get()`.
  QualType Result = Site.Callee->getReturnType();
  const bool Fluent =
      Result->isReferenceType() && Site.ObjectClass &&
      recordOf(Result.getNonReferenceType()) == Site.ObjectClass;
  if (AsyncKind Kind = type(Result).Kind;
      !Fluent && (Kind == AsyncKind::Task || Kind == AsyncKind::Awaitable ||
                  Kind == AsyncKind::Sender))
    return nullptr;
  for (const FunctionFact *Fact : facts(Site)) {
    if (Fact->NonBlocking)
      return nullptr;
    if (!Fact->Blocks)
      continue;
    if (Fact->OnlyForTasks && !involvesTask(Site))
      continue;
    if (Fact->Joins && isReadyResult(Site.Object))
      continue;
    if (Fact->OnlyOnResults && !madeBy(Site.Object))
      continue;
    if (Fact->UnlessArguments &&
        Site.Arguments.size() == *Fact->UnlessArguments)
      return nullptr;
    if (!lacksFlag(*Fact, Site))
      return nullptr;
    if (Fact->UnlessZero)
      if (const Expr *TimeOut = Site.argument(*Fact->UnlessZero);
          TimeOut && isZero(*TimeOut, Context))
        return nullptr;
    return Fact;
  }
  return nullptr;
}

const TypeFact *AsyncModel::blockingDestructor(const CXXRecordDecl &Record) {
  return Facts.firstType(Record, [](const TypeFact &Fact) {
    return Fact.DestructorBlocks.has_value();
  });
}

std::string AsyncModel::spoken(QualType T) const {
  return corolint::spoken(T, Context);
}

const KnowledgeBase::Library *
AsyncModel::libraryOf(const FunctionDecl &Coroutine) {
  const CXXRecordDecl *Task = recordOf(Coroutine.getReturnType());
  return Task ? Facts.libraryOf(*Task) : nullptr;
}

} // namespace corolint
