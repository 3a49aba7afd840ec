// Law 12: nobody waits for himself.
// At run time the coroutine is never resumed, and whoever awaits it neither;
// no thread is busy, no stack shows where it stands.
// Silent on purpose: shared and recursive locks, attempts, locks that are held
// on some paths only, mutexes that are reached through pointers, calls whose
// lock is not taken on every path.

#include "flow/TaskLocks.h"
#include "model/Names.h"
#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

std::string nameOf(const AccessPath &Path) { return quoted(Path.Spoken); }

/// True if \p Path leads to one object in whatever function names it: a global,
/// or a member of the object at hand.
bool isKnownElsewhere(const AccessPath &Path) {
  const auto *V = dyn_cast_or_null<VarDecl>(Path.Steps.front());
  return !Path.Steps.front() || (V && V->hasGlobalStorage());
}

/// A lock that is taken while another, or the same, is held.
struct Taken {
  AwaitedLock Held, Next;
  const Expr *Call = nullptr; ///< null: by the function that holds the other
};

SourceLocation placeOf(const Taken &Found) {
  return Found.Call ? Found.Call->getExprLoc() : Found.Next.Where;
}

/// The locks that the coroutine \p Call takes before it does anything else that
/// may leave it, of mutexes that its caller knows by the same name.
std::vector<AwaitedLock> takenBy(const Expr &Call, AsyncModel &Model) {
  std::optional<CallSite> Site = asCall(Call);
  const FunctionDecl *Callee =
      Site && !Site->Virtual ? Model.facts().readableDefinition(*Site->Callee)
                             : nullptr;
  if (!Callee || !isCoroutine(*Callee))
    return {};
  const bool OfThis = Site->Object && isa<CXXThisExpr>(stripped(Site->Object));
  const auto *Body = dyn_cast<CompoundStmt>(writtenBody(*Callee));
  const SourceManager &Sources = Model.context().getSourceManager();
  std::vector<AwaitedLock> Locks = awaitedLocks(*Callee, Model);
  llvm::erase_if(Locks, [&](const AwaitedLock &Lock) {
    if (!Body || !isKnownElsewhere(Lock.Mutex) ||
        (!Lock.Mutex.Steps.front() && !OfThis))
      return true;
    for (const Stmt *Top : Body->body()) {
      if (!isa<Expr, DeclStmt>(Top))
        break;
      if (Sources.isPointWithin(Lock.Where, Top->getBeginLoc(),
                                Top->getEndLoc()))
        return false;
    }
    return true;
  });
  return Locks;
}

/// What \p F takes while it holds another lock, itself or by a call.
std::vector<Taken> takenWhileLocked(const FunctionDecl &F, AsyncModel &Model) {
  std::vector<Taken> Result;
  for (const WhileLocked &Found : findWhileLocked(F, Model)) {
    if (Found.Next)
      Result.push_back({Found.Held, *Found.Next});
    else if (isKnownElsewhere(Found.Held.Mutex))
      for (const AwaitedLock &Next : takenBy(*Found.Call, Model))
        Result.push_back({Found.Held, Next, Found.Call});
  }
  return Result;
}

void reportRelock(const Taken &Found, RuleContext &Context) {
  const std::string Mutex = nameOf(Found.Held.Mutex);
  Finding New;
  New.Where = placeOf(Found);
  New.Text = Found.Call
                 ? mention(*asCall(*Found.Call)) + " locks " + Mutex +
                       ", which this coroutine holds; both wait for ever"
                 : Mutex + " is locked by this coroutine already; it waits for "
                           "itself and is never resumed";
  New.note(Found.Held.Where, "locked here, and still held");
  if (Found.Call)
    New.note(Found.Next.Where, "and awaited here once more");
  New.note(New.Where, Found.Call ? "unlock it before the call, or call what "
                                   "expects it to be locked"
                                 : "unlock it first, or leave the second lock "
                                   "out");
  New.Evidence.push_back("an async mutex that is not recursive");
  Context.report(std::move(New));
}

/// The place where some function of this unit locks \p First while it holds
/// \p Second; nothing if none does.
std::optional<Taken> takenTheOtherWay(const AccessPath &First,
                                      const AccessPath &Second,
                                      RuleContext &Context) {
  for (const FunctionDecl *F : Context.functions())
    if (isCoroutine(*F))
      for (const Taken &Found : takenWhileLocked(*F, Context.model()))
        if (Found.Next.Mutex == First && Found.Held.Mutex == Second)
          return Found;
  return std::nullopt;
}

void reportOrder(const Taken &Found, RuleContext &Context) {
  const AccessPath &First = Found.Held.Mutex;
  const AccessPath &Second = Found.Next.Mutex;
  if (!isKnownElsewhere(First) || !isKnownElsewhere(Second))
    return;
  std::optional<Taken> Other = takenTheOtherWay(First, Second, Context);
  const SourceManager &Sources = Context.model().context().getSourceManager();
  // One finding for the pair: at the place that comes later.
  if (!Other ||
      !Sources.isBeforeInTranslationUnit(placeOf(*Other), placeOf(Found)))
    return;
  Finding New;
  New.Where = placeOf(Found);
  New.Text = nameOf(Second) + " is locked while " + nameOf(First) +
             " is held, and elsewhere the other way round; two coroutines may "
             "wait for each other for ever";
  New.note(Found.Held.Where, nameOf(First) + " is locked here");
  if (Found.Call)
    New.note(Found.Next.Where, nameOf(Second) + " is locked by the call here");
  New.note(Other->Held.Where, nameOf(Second) + " comes first here");
  New.note(Other->Next.Where, "and " + nameOf(First) + " after it");
  New.note(New.Where, "lock the two in one order everywhere");
  New.Evidence.push_back("both are async mutexes");
  Context.report(std::move(New));
}

//===--- A task that awaits itself ---===//

/// The member of this object that \p Await awaits, or null.
const FieldDecl *awaitedMember(const CoawaitExpr &Await) {
  const auto *Member = dyn_cast<MemberExpr>(stripped(Await.getOperand()));
  return Member && isa<CXXThisExpr>(stripped(Member->getBase()))
             ? dyn_cast<FieldDecl>(Member->getMemberDecl())
             : nullptr;
}

/// The place where a task of the coroutine \p F is put into \p Member.
SourceLocation filledWith(const FieldDecl &Member, const FunctionDecl &F,
                          RuleContext &Context) {
  SourceLocation Where;
  unsigned Fillings = 0;
  for (const FunctionDecl *Other : Context.functions())
    walkEvaluated(writtenBody(*Other), [&](const Stmt *S) {
      const auto *Assign = dyn_cast<CXXOperatorCallExpr>(S);
      if (!Assign || Assign->getOperator() != OO_Equal)
        return true;
      const auto *Target = dyn_cast<MemberExpr>(stripped(Assign->getArg(0)));
      if (!Target || Target->getMemberDecl() != &Member)
        return true;
      ++Fillings;
      const auto *Call =
          dyn_cast<CXXMemberCallExpr>(stripped(Assign->getArg(1)));
      if (Call && Call->getMethodDecl() &&
          Call->getMethodDecl()->getCanonicalDecl() == F.getCanonicalDecl() &&
          isa<CXXThisExpr>(stripped(Call->getImplicitObjectArgument())))
        Where = Assign->getExprLoc();
      return true;
    });
  return Fillings == 1 ? Where : SourceLocation();
}

void findOwnTask(const FunctionDecl &F, RuleContext &Context) {
  if (!isa<CXXMethodDecl>(F))
    return;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    const auto *Await = dyn_cast<CoawaitExpr>(S);
    const FieldDecl *Member = Await ? awaitedMember(*Await) : nullptr;
    if (!Member ||
        Context.model().type(Member->getType()).Kind != AsyncKind::Task)
      return true;
    const SourceLocation Filled = filledWith(*Member, F, Context);
    if (Filled.isInvalid())
      return true;
    Finding New;
    New.Where = Await->getKeywordLoc();
    New.Text = "task " + quoted(Member->getName()) + " is that of " +
               mention(F) + " itself; it waits for its own end";
    New.note(Filled,
             "the task is put into " + quoted(Member->getName()) + " here");
    New.note(New.Where, "await it from outside, or leave the co_await out");
    New.Evidence.push_back(Context.model().type(Member->getType()).Evidence);
    Context.report(std::move(New));
    return true;
  });
}

void run(const FunctionDecl &F, RuleContext &Context) {
  if (!isCoroutine(F) || F.isDependentContext())
    return;
  for (const Taken &Found : takenWhileLocked(F, Context.model())) {
    if (Found.Next.Mutex == Found.Held.Mutex)
      reportRelock(Found, Context);
    else
      reportOrder(Found, Context);
  }
  findOwnTask(F, Context);
}

} // namespace

extern const Rule Deadlock;
const Rule Deadlock = {{"coro-deadlock",
                        "locking",
                        "L12",
                        "a coroutine waits for itself",
                        Confidence::Likely,
                        {},
                        Standing::OnRequest},
                       run};

} // namespace corolint
