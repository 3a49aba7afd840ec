// Law 7: a one-shot task is used once.
// At run time a second co_await resumes a coroutine that has ended, or waits on
// nothing: a crash, a hang, or an exception far from its cause.
// Silent on purpose: tasks that may be awaited often, types where an empty task
// counts as ready, tasks that are asked whether there is anything in them, a
// variable that somebody else can refer to, what a unit test tries to see fail.

#include "flow/TaskUses.h"
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

using How = ReusedTask::How;
using Since = ReusedTask::Since;

bool isInLoop(const ReusedTask &Found) { return Found.Where == Found.Before; }

/// A test that catches what comes out of the second co_await wants to see it.
bool isCaughtByTest(const ReusedTask &Found, const FunctionDecl &F,
                    RuleContext &Context) {
  if (!Context.isInTest(F))
    return false;
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  bool Caught = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Try = dyn_cast<CXXTryStmt>(S))
      Caught |=
          Sources.isPointWithin(Found.Where, Try->getTryBlock()->getBeginLoc(),
                                Try->getTryBlock()->getEndLoc());
    return !Caught;
  });
  return Caught;
}

std::string useOf(const ReusedTask &Found) {
  const std::string May = Found.Certain || isInLoop(Found) ? "is " : "may be ";
  switch (Found.Use) {
  case How::Awaited:
    return May + "awaited";
  case How::HandedOn:
    return May + "handed on";
  case How::Asked:
    break;
  }
  return May + "used";
}

std::string causeOf(const ReusedTask &Found) {
  if (isInLoop(Found))
    return "again in the next round of the loop";
  switch (Found.Cause) {
  case Since::Awaited:
    return Found.Use == How::Awaited ? "again" : "after it was awaited";
  case Since::Moved:
    return "after it was moved away";
  case Since::Asked:
    return "after " + quoted(Found.Asker) + " took what was in it";
  case Since::Made:
    break;
  }
  return "before there is a task in it";
}

std::string consequenceOf(const ReusedTask &Found) {
  switch (Found.Rest) {
  case Left::Ended:
    return "its coroutine has ended, and to resume it is undefined";
  case Left::NoValue:
    return "the first co_await has moved its result out";
  case Left::Nothing:
  case Left::Unknown:
    break;
  }
  if (Found.Cause == Since::Made)
    return "it is still empty";
  return Found.Use == How::HandedOn ? "whoever awaits it finds it empty"
                                    : "it is empty by then";
}

std::string wayOut(const ReusedTask &Found) {
  const std::string Name = quoted(Found.Variable->getName());
  switch (Found.Cause) {
  case Since::Awaited:
    return "keep the result of the first co_await in a variable, or call the "
           "coroutine again for another task";
  case Since::Moved:
    return "give " + Name + " a new task first, or await it where it is now";
  case Since::Asked:
    return "go on with what " + quoted(Found.Asker) + " returned";
  case Since::Made:
    break;
  }
  return "assign a task to " + Name + " on every path that leads here";
}

std::string before(const ReusedTask &Found) {
  switch (Found.Cause) {
  case Since::Awaited:
    return "awaited here before";
  case Since::Moved:
    return "moved away here";
  case Since::Asked:
    return quoted(Found.Asker) + " takes it here";
  case Since::Made:
    break;
  }
  return "made empty here";
}

void run(const FunctionDecl &F, RuleContext &Context) {
  if (!writtenBody(F))
    return;
  for (const ReusedTask &Found : findReusedTasks(F, Context.model())) {
    if (isCaughtByTest(Found, F, Context))
      continue;
    Finding New;
    New.Where = Found.Where;
    New.Text = "task " + quoted(Found.Variable->getName()) + " " +
               useOf(Found) + " " + causeOf(Found) + "; " +
               consequenceOf(Found);
    if (isInLoop(Found))
      New.note(Found.Variable->getLocation(),
               quoted(Found.Variable->getName()) +
                   " gets its task outside of the loop");
    else
      New.note(Found.Before, before(Found));
    New.note(Found.Where, wayOut(Found));
    New.Evidence.push_back(
        Context.model().type(Found.Variable->getType()).Evidence);
    Context.report(std::move(New));
  }
}

} // namespace

extern const Rule TaskReused;
const Rule TaskReused = {{"coro-task-reused",
                          "tasks",
                          "L7",
                          "a one-shot task is used after it was used up",
                          Confidence::Likely,
                          {},
                          Standing::OnRequest},
                         run};

} // namespace corolint
