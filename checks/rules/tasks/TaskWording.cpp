#include "rules/tasks/TaskWording.h"
#include "model/Names.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

std::string nounOf(const AsyncType &Type) {
  return Type.Kind == AsyncKind::Task     ? "task"
         : Type.Kind == AsyncKind::Sender ? "sender"
                                          : "awaitable";
}

TaskMaker makerOf(const Expr *Source, const AsyncType &Type, Known &Facts) {
  TaskMaker M;
  M.Noun = nounOf(Type);
  M.Work = "its work";
  std::optional<CallSite> Site;
  if (Source)
    Site = asCall(*stripped(Source));
  if (!Site || isa<CXXConstructExpr>(Site->Node))
    return M;
  M.Name = mention(*Site);
  // A plain function that makes a task has run; only what it made has not.
  const FunctionDecl *Body = Facts.readableDefinition(*Site->Callee);
  const bool IsCoroutine =
      Body ? isCoroutine(*Body) : !Facts.foreign().contains(*Site->Callee);
  if (Type.Kind == AsyncKind::Task && IsCoroutine)
    M.Work = M.Name;
  return M;
}

std::string consequence(const AsyncType &Type, StringRef Work,
                        bool OnSomePaths) {
  if (Type.Kind == AsyncKind::Awaitable && Type.Dropped == IfDropped::Unknown)
    return OnSomePaths ? "it does nothing" : "it works only when it is awaited";
  switch (Type.Dropped) {
  case IfDropped::NeverRuns:
    return ((OnSomePaths ? "" : "it is lazy, so ") + Work + " never runs")
        .str();
  case IfDropped::RunsOn:
    return (Work + " runs on, but nobody sees its end or its failure").str();
  case IfDropped::Cancels:
    return ("dropping it cancels " + Work + " at its next suspension").str();
  case IfDropped::Leaks:
    return (Work + " never ends and its memory is never freed").str();
  case IfDropped::Unknown:
    break;
  }
  return "nobody waits for its end or sees its failure";
}

std::string wayOut(const AsyncType &Type, const FunctionDecl &F,
                   SourceLocation Where) {
  if (!isCoroutine(F))
    return "hand it to a function that runs or spawns it, or return it";
  const std::string Await =
      !Type.Instead.empty() ? Type.Instead
      : Type.Kind == AsyncKind::Task
          ? "co_await it, return it, or hand it to a function that spawns it"
          : "co_await it";
  return isInHandler(F, Where) ? "leave the catch block first, then " + Await
                               : Await;
}

} // namespace corolint
