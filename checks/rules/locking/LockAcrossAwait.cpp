// Law 3: a thread-bound lock is released before the coroutine suspends.
// At run time the lock stays taken for the whole suspension, and whichever
// thread resumes the coroutine unlocks a mutex that it never locked.
// Silent on purpose: locks that belong to the task (async mutexes), awaitables
// that never suspend, guards handed to code that cannot be seen.

#include "flow/HeldAcross.h"
#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"

using namespace clang;

namespace corolint {

using How = LockObject::How;

static std::string subject(const LockObject &Lock) {
  return Lock.Kind == How::GuardTemporary ? "the temporary " + quoted(Lock.Type)
                                          : quoted(Lock.Name);
}

static std::string wayOut(const LockObject &Lock,
                          const std::string &AsyncMutex) {
  std::string Text;
  switch (Lock.Kind) {
  case How::GuardVariable:
    Text = (Lock.Boxed ? "reset " + quoted(Lock.Name) + " or close its scope"
            : Lock.CanUnlock
                ? "unlock " + quoted(Lock.Name) + " or close its scope"
                : "close the scope of " + quoted(Lock.Name)) +
           " before the suspension";
    break;
  case How::GuardParameter:
    Text = "let the caller lock only what it needs, not the whole coroutine";
    break;
  case How::GuardTemporary:
    Text =
        "copy what is needed into a variable first, in a statement of its own";
    break;
  case How::Mutex:
    Text = "unlock " + quoted(Lock.Name) + " before the suspension";
    break;
  }
  return Text + ", or use " +
         (AsyncMutex.empty() ? "a mutex whose lock is awaited" : AsyncMutex);
}

static void run(const FunctionDecl &F, RuleContext &Context) {
  for (const HeldLock &Found : findHeldAcross(F, Context.model())) {
    const LockObject &Lock = Found.Lock;
    const KnowledgeBase::Library *Library = Context.model().libraryOf(F);
    const bool OneThread = Library && Library->OneThread;
    const bool OnlyYields = llvm::all_of(
        Found.Points, [](const Suspension &Point) { return Point.Yields; });
    Finding New;
    New.Where = Lock.Where;
    New.Text = subject(Lock) + (Found.Certain ? " stays" : " may stay") +
               " locked while this " +
               (OnlyYields  ? "generator is suspended; its consumer may be "
                              "another thread, or never come back"
                : OneThread ? "coroutine is suspended; the next one that "
                              "locks it stops the thread that both need"
                            : "coroutine is suspended; another thread may "
                              "resume and unlock it");
    SmallVector<SourceLocation, 4> Places;
    for (const Suspension &Point : Found.Points)
      Places.push_back(Point.Where);
    if (Lock.Locked.isValid())
      New.note(Lock.Locked, "locked here");
    New.notes(Places,
              "suspends here while " + subject(Lock) +
                  (Found.Certain ? " is held" : " may be held"),
              "suspensions while it is held");
    New.note(Lock.Where, wayOut(Lock, Library ? Library->AsyncMutex : ""));
    New.Evidence.push_back(Lock.Evidence);
    Context.report(std::move(New));
  }
}

extern const Rule LockAcrossAwait;
const Rule LockAcrossAwait = {
    {"coro-lock-across-await",
     "locking",
     "L3",
     "a thread's lock is held while a coroutine is suspended",
     Confidence::Certain,
     {}},
    run};

} // namespace corolint
