#include "rules/tasks/DiscardedTask.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

/// The member lock() of an async mutex of type \p T: it returns what is to be
/// awaited. Null if \p T is no such mutex.
static const CXXMethodDecl *awaitedLock(QualType T, AsyncModel &Model) {
  const CXXRecordDecl *Mutex = recordOf(T);
  if (!Mutex || Model.mutex(T).Owner != LockOwner::Task)
    return nullptr;
  const CXXMethodDecl *Lock = findMethod(*Mutex, "lock");
  return Lock && Model.type(Lock->getReturnType()).MustAwait ? Lock : nullptr;
}

/// True if a fact says that \p Guard is one of threads, whatever it guards.
static bool isKnownGuard(const CXXRecordDecl &Guard, AsyncModel &Model) {
  return Model.facts().firstType(
      Guard, [](const TypeFact &Fact) { return Fact.GuardByMutex; });
}

void findGuardsThatLockNothing(const FunctionDecl &F, RuleContext &Context) {
  AsyncModel &Model = Context.model();
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(S);
    const CXXConstructorDecl *Constructor =
        Construct ? Construct->getConstructor() : nullptr;
    if (!Constructor || Constructor->isCopyOrMoveConstructor() ||
        !isKnownGuard(*Constructor->getParent(), Model))
      return true;
    const CXXMethodDecl *Lock = nullptr;
    const Expr *Mutex = nullptr;
    for (const Expr *Argument : Construct->arguments()) {
      // With a tag it does not call lock().
      if (guardTag(Argument->getType(), Model.facts()) != GuardTag::None)
        return true;
      if (const CXXMethodDecl *Found =
              awaitedLock(Argument->getType(), Model)) {
        Lock = Found;
        Mutex = Argument;
      }
    }
    if (!Lock)
      return true;
    Finding New;
    New.Where = Construct->getLocation();
    New.Text = quoted(Model.spoken(Construct->getType())) +
               " locks nothing; it drops the awaitable that 'lock' returns";
    New.note(Lock->getLocation(), "'lock' works only when it is awaited");
    New.note(New.Where, isCoroutine(F)
                            ? "co_await the lock operation of the mutex"
                            : "lock it in a coroutine, by co_await");
    New.Evidence.push_back(Model.mutex(Mutex->getType()).Evidence);
    Context.report(std::move(New));
    return true;
  });
}

} // namespace corolint
