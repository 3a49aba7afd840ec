// Law 2: a task is awaited, spawned, returned or handed on.
// At run time a dropped lazy task never runs; a dropped eager one fails
// unnoticed or is cancelled. No [[nodiscard]] is needed to find it.
// Silent on purpose: fire-and-forget types, generators, eager tasks dropped
// where nothing can be awaited or by a cast to void, a local task that goes
// anywhere at all, types whose start is unknown.

#include "flow/Discarded.h"
#include "flow/TaskFate.h"
#include "model/Names.h"
#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {
namespace {

/// What made a task: for the messages.
struct Maker {
  std::string Noun; ///< "task", "awaitable", "sender"
  std::string Work; ///< what does not happen: "'fetch'", "its work"
  std::string Name; ///< mention of what was called; empty if it is no call
};

Maker makerOf(const Expr &Source, const AsyncType &Type) {
  Maker M;
  M.Noun = Type.Kind == AsyncKind::Task     ? "task"
           : Type.Kind == AsyncKind::Sender ? "sender"
                                            : "awaitable";
  if (std::optional<CallSite> Site = asCall(*stripped(&Source));
      Site && !isa<CXXConstructExpr>(Site->Node))
    M.Name = mention(*Site->Callee);
  // A plain function that makes a task has run; only what it made has not.
  const FunctionDecl *Body =
      M.Name.empty() ? nullptr
                     : readableDefinition(*asCall(*stripped(&Source))->Callee);
  M.Work = M.Name.empty() || Type.Kind != AsyncKind::Task ||
                   (Body && !isCoroutine(*Body))
               ? "its work"
               : M.Name;
  return M;
}

/// What dropping does. \p OnSomePaths: the sentence goes on from "elsewhere".
std::string consequence(const AsyncType &Type, const Maker &M,
                        bool OnSomePaths = false) {
  const std::string &Work = M.Work;
  if (Type.Kind == AsyncKind::Awaitable && Type.Dropped == IfDropped::Unknown)
    return OnSomePaths ? "it does nothing" : "it works only when it is awaited";
  switch (Type.Dropped) {
  case IfDropped::NeverRuns:
    return (OnSomePaths ? "" : "it is lazy, so ") + Work + " never runs";
  case IfDropped::RunsOn:
    return Work + " runs on, but nobody sees its end or its failure";
  case IfDropped::Cancels:
    return "dropping it cancels " + Work + " at its next suspension";
  case IfDropped::Leaks:
    return Work + " never ends and its memory is never freed";
  case IfDropped::Unknown:
    break;
  }
  return "nobody waits for its end or sees its failure";
}

/// Outside of a coroutine, dropping is how an eager task is started.
bool isOrdinaryStart(const AsyncType &Type, bool InCoroutine) {
  return Type.Dropped == IfDropped::RunsOn && !InCoroutine;
}

/// `(void)start();` on an eager task is the usual way to say "on purpose".
bool isDroppedOnPurpose(const AsyncType &Type, DiscardedBy How) {
  return How != DiscardedBy::Statement && Type.Dropped == IfDropped::RunsOn;
}

bool mayBeDropped(const Expr &Source, AsyncModel &Model) {
  std::optional<CallSite> Site = asCall(Source);
  return Site && llvm::any_of(Model.facts(*Site), [](const FunctionFact *Fact) {
           return Fact->Discardable || Fact->Detaches;
         });
}

std::string wayOut(const AsyncType &Type, bool InCoroutine) {
  if (InCoroutine && !Type.Instead.empty())
    return Type.Instead;
  if (InCoroutine)
    return Type.Kind == AsyncKind::Task ? "co_await it, return it, or hand it "
                                          "to a function that spawns it"
                                        : "co_await it";
  return "hand it to a function that runs or spawns it, or return it";
}

void reportDropped(const Expr &Source, DiscardedBy How, bool InCoroutine,
                   RuleContext &Context) {
  const AsyncType &Type = Context.model().type(Source.getType());
  if (!Type.MustAwait || !Source.isPRValue() ||
      !isa<CallExpr, CoroutineSuspendExpr>(Source))
    return;
  if (isOrdinaryStart(Type, InCoroutine) || isDroppedOnPurpose(Type, How) ||
      mayBeDropped(Source, Context.model()))
    return;
  Maker M = makerOf(Source, Type);
  Finding New;
  New.Where = Source.getBeginLoc();
  New.Text = "the " + M.Noun +
             (M.Name.empty() ? " that this co_await gives"
                             : " returned by " + M.Name) +
             " is dropped; " + consequence(Type, M);
  if (How == DiscardedBy::VoidCast)
    New.note(Source.getBeginLoc(),
             "the cast to void silences the compiler, it does not run the " +
                 M.Noun);
  else if (How == DiscardedBy::Ignore)
    New.note(Source.getBeginLoc(),
             "std::ignore silences the compiler, it does not run the " +
                 M.Noun);
  New.note(Source.getBeginLoc(), wayOut(Type, InCoroutine));
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

void reportLost(const LostTask &Lost, bool InCoroutine, RuleContext &Context) {
  const AsyncType &Type = Context.model().type(Lost.Variable->getType());
  if (isOrdinaryStart(Type, InCoroutine))
    return;
  if (!Lost.Never && !Context.isOn("PartlyAwaited"))
    return;
  Maker M = makerOf(*Lost.Source, Type);
  std::string Subject = M.Noun + " " + quoted(Lost.Variable->getName());
  Finding New;
  New.Where = Lost.Where;
  if (Lost.Overwritten.isValid())
    New.Text =
        Subject + " is replaced before it is awaited; " + consequence(Type, M);
  else if (Lost.Never)
    New.Text = Subject + " is never awaited; " + consequence(Type, M);
  else
    New.Text = Subject + " is not awaited on every path; elsewhere " +
               consequence(Type, M, true);
  if (Lost.Overwritten.isValid())
    New.note(Lost.Overwritten, "another " + M.Noun + " takes its place here");
  else if (!Lost.Never)
    New.note(Lost.Used, "taken here, but not on the path that leaves before");
  New.note(Lost.Where, wayOut(Type, InCoroutine));
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  const Stmt *Body = writtenBody(F);
  const bool InCoroutine = isCoroutine(F);
  if (!Body)
    return;
  forEachDiscarded(*Body, [&](const Expr &Source, DiscardedBy How) {
    reportDropped(Source, How, InCoroutine, Context);
  });
  for (const LostTask &Lost : findLostTasks(F, Context.model()))
    reportLost(Lost, InCoroutine, Context);
}

const RuleOption Options[] = {
    {"PartlyAwaited", "true",
     "also report a local task that is awaited on some paths only"},
};

} // namespace

extern const Rule DiscardedTask;
const Rule DiscardedTask = {{"coro-discarded-task", "tasks", "L2",
                             "a task is dropped without being awaited",
                             Confidence::Certain, Options},
                            run};

} // namespace corolint
