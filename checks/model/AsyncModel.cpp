#include "model/AsyncModel.h"
#include "model/Names.h"
#include "support/AstWalk.h"

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

bool AsyncModel::involvesTask(const CallSite &Site) {
  auto IsTask = [&](const Expr *E) {
    if (!E)
      return false;
    AsyncKind Kind = type(stripped(E)->getType()).Kind;
    return Kind != AsyncKind::None && Kind != AsyncKind::Generator;
  };
  return IsTask(Site.Object) || llvm::any_of(Site.Arguments, IsTask);
}

bool AsyncModel::isTrustedNotToBlock(const CallSite &Site) {
  return llvm::any_of(facts(Site), [](const FunctionFact *Fact) {
    return Fact->NonBlocking;
  });
}

const FunctionFact *AsyncModel::blocking(const CallSite &Site) {
  for (const FunctionFact *Fact : facts(Site)) {
    if (Fact->NonBlocking)
      return nullptr;
    if (!Fact->Blocks)
      continue;
    if (Fact->OnlyForTasks && !involvesTask(Site))
      continue;
    if (Fact->UnlessArguments && Site.Arguments.size() == *Fact->UnlessArguments)
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

std::string AsyncModel::mention(const CallSite &Site) const {
  return isa<CXXConstructExpr>(Site.Node)
             ? "the constructor of '" + spoken(Site.Node->getType()) + "'"
             : corolint::mention(*Site.Callee);
}

std::string AsyncModel::spoken(QualType T) const {
  PrintingPolicy Policy(Context.getLangOpts());
  Policy.SuppressTagKeyword = true;
  Policy.SuppressUnwrittenScope = true;
  return T.getAsString(Policy);
}

std::string AsyncModel::asyncMutexFor(const FunctionDecl &Coroutine) {
  const CXXRecordDecl *Task = recordOf(Coroutine.getReturnType());
  const KnowledgeBase::Library *Library =
      Task ? Facts.libraryOf(*Task) : nullptr;
  return Library ? Library->AsyncMutex : "";
}

} // namespace corolint
