// Law 2: a task is awaited, spawned, returned or handed on.
// At run time a dropped lazy task never runs; a dropped eager one fails
// unnoticed or is cancelled. No [[nodiscard]] is needed to find it.
// Silent on purpose: fire-and-forget types, generators, eager tasks dropped
// where nothing can be awaited or by a cast to void, a local task that goes
// anywhere at all or that a unit test asks for its state, what is called to see
// it throw, types whose start is unknown.

#include "rules/tasks/DiscardedTask.h"
#include "flow/Discarded.h"
#include "flow/TaskFate.h"
#include "model/Names.h"
#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/tasks/TaskWording.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {
namespace {

/// Outside of a coroutine, dropping is how an eager task is started, unless the
/// function itself returns what its caller can await.
bool isOrdinaryStart(const AsyncType &Type, const FunctionDecl &F,
                     AsyncModel &Model) {
  return Type.mayRunOn() && !isCoroutine(F) &&
         Model.type(F.getReturnType()).Kind != AsyncKind::Task;
}

/// `(void)start();` on an eager task, or on what is no task at all, is the
/// usual way to say "on purpose".
bool isDroppedOnPurpose(const AsyncType &Type, DiscardedBy How,
                        StringRef AllowVoidCast) {
  if (How == DiscardedBy::Statement || AllowVoidCast == "never")
    return false;
  return AllowVoidCast == "always" || Type.Kind != AsyncKind::Task ||
         Type.mayRunOn();
}

bool mayBeDropped(const Expr &Source, AsyncModel &Model) {
  std::optional<CallSite> Site = asCall(Source);
  return Site && llvm::any_of(Model.facts(*Site), [](const FunctionFact *Fact) {
           return Fact->Discardable || Fact->Detaches;
         });
}

/// The class template that \p T is made from, or its class.
const Decl *templateOf(QualType T) {
  if (const auto *Written = T->getAs<TemplateSpecializationType>())
    if (const TemplateDecl *Template =
            Written->getTemplateName().getAsTemplateDecl();
        isa_and_nonnull<ClassTemplateDecl>(Template))
      return Template->getCanonicalDecl();
  const CXXRecordDecl *Record = recordOf(T);
  if (const auto *Special =
          dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record))
    return Special->getSpecializedTemplate()->getCanonicalDecl();
  return Record ? Record->getCanonicalDecl() : nullptr;
}

/// True if `co_await` before the dropped lazy task \p Source is what was meant
/// and will compile: another task of the coroutine's own library.
bool canBeAwaited(const Expr &Source, DiscardedBy How, const AsyncType &Type,
                  const FunctionDecl &F) {
  const Decl *Own = templateOf(F.getReturnType());
  return How == DiscardedBy::Statement && isCoroutine(F) &&
         Type.Kind == AsyncKind::Task && Type.Dropped == IfDropped::NeverRuns &&
         Own && Own == templateOf(Source.getType()) && isa<CallExpr>(Source) &&
         !Source.getBeginLoc().isMacroID() &&
         !isInHandler(F, Source.getBeginLoc());
}

void reportDropped(const Expr &Source, DiscardedBy How, const FunctionDecl &F,
                   RuleContext &Context) {
  const AsyncType &Type = Context.model().type(Source.getType());
  if (!Type.MustAwait || !Source.isPRValue() ||
      !isa<CallExpr, CoroutineSuspendExpr>(Source))
    return;
  // To await an eager task's end without its result is a way to join it.
  if (isa<CoroutineSuspendExpr>(Source) && Type.mayRunOn())
    return;
  if (isOrdinaryStart(Type, F, Context.model()) ||
      isDroppedOnPurpose(Type, How, Context.option("AllowVoidCast")) ||
      mayBeDropped(Source, Context.model()))
    return;
  TaskMaker M = makerOf(&Source, Type, Context.model().facts());
  Finding New;
  New.Where = Source.getBeginLoc();
  New.Text = "the " + M.Noun +
             (M.Name.empty() ? " that this co_await gives"
                             : " returned by " + M.Name) +
             " is dropped; " + consequence(Type, M.Work);
  if (How == DiscardedBy::VoidCast)
    New.note(Source.getBeginLoc(),
             "the cast to void silences the compiler, it does not run the " +
                 M.Noun);
  else if (How == DiscardedBy::Ignore)
    New.note(Source.getBeginLoc(),
             "std::ignore silences the compiler, it does not run the " +
                 M.Noun);
  New.note(Source.getBeginLoc(), wayOut(Type, F, New.Where));
  if (canBeAwaited(Source, How, Type, F))
    New.Fix = Insertion{New.Where, "co_await "};
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

/// To keep a task that dropping cancels is how it runs beside its owner: until
/// the scope ends, or an assignment cancels it.
bool runsMeanwhile(const LostTask &Lost, const FunctionDecl &F,
                   RuleContext &Context) {
  return !Lost.Never || Lost.Overwritten.isValid() || !isCoroutine(F) ||
         suspendsBehind(*writtenBody(F), Lost.Where, Context.model());
}

void reportLost(const LostTask &Lost, const FunctionDecl &F,
                RuleContext &Context) {
  const AsyncType &Type = Context.model().type(Lost.Variable->getType());
  // A variable that nobody reads is there to silence [[nodiscard]].
  if (isOrdinaryStart(Type, F, Context.model()) &&
      !Type.Record->hasAttr<WarnUnusedResultAttr>())
    return;
  // A test that asks a task for its state has it for that.
  if (Lost.Asked && Context.isInTest(F))
    return;
  // A use inside of a macro is one on every path that the author wrote.
  if (!Lost.Never && (!Context.isOn("PartlyAwaited") || Lost.Used.isMacroID()))
    return;
  if (Type.Dropped == IfDropped::Cancels && runsMeanwhile(Lost, F, Context))
    return;
  TaskMaker M = makerOf(Lost.Source, Type, Context.model().facts());
  std::string Subject = M.Noun + " " + quoted(Lost.Variable->getName());
  Finding New;
  New.Where = Lost.Where;
  if (Lost.Overwritten.isValid())
    New.Text = Subject + " is replaced before it is awaited; " +
               consequence(Type, M.Work);
  else if (Lost.Never)
    New.Text = Subject + " is never awaited; " + consequence(Type, M.Work);
  else
    New.Text = Subject + " is not awaited on every path; elsewhere " +
               consequence(Type, M.Work, true);
  if (Lost.Overwritten.isValid())
    New.note(Lost.Overwritten, "another " + M.Noun + " takes its place here");
  else if (!Lost.Never)
    New.note(Lost.Used, "taken here, but not on the path that leaves before");
  New.note(Lost.Where, wayOut(Type, F, New.Where));
  New.Evidence.push_back(Type.Evidence);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  const Stmt *Body = writtenBody(F);
  if (!Body)
    return;
  forEachDiscarded(*Body, [&](const Expr &Source, DiscardedBy How) {
    reportDropped(Source, How, F, Context);
  });
  for (const LostTask &Lost : findLostTasks(F, Context.model()))
    reportLost(Lost, F, Context);
  findForgottenContainers(F, Context);
  findForgottenMembers(F, Context);
  findDroppedResults(F, Context);
  findTasksDroppedByCallees(F, Context);
  findGuardsThatLockNothing(F, Context);
}

const RuleOption Options[] = {
    {"PartlyAwaited", "true",
     "also report a local task that is awaited on some paths only",
     "true;false"},
    {"AllowVoidCast", "eager",
     "whether a cast to void drops a task on purpose: never, eager (only an "
     "eager one) or always",
     "never;eager;always"},
};

} // namespace

extern const Rule DiscardedTask;
const Rule DiscardedTask = {{"coro-discarded-task", "tasks", "L2",
                             "a task is dropped without being awaited",
                             Confidence::Certain, Options},
                            run};

} // namespace corolint
