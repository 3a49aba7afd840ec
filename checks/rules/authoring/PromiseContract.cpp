// Law 11: promise, awaiter and coroutine keep their contract.
// At run time a coroutine whose handle is lost never goes on; an awaiter that
// is touched after its coroutine was resumed elsewhere is freed memory; a
// handle that two objects destroy is freed twice, one that nobody destroys
// keeps its frame for ever.
// Silent on purpose: awaiters that park on purpose (as std::suspend_always
// does), handles that go anywhere at all, awaiters that live longer than one
// co_await, executors that are not known to run on another thread.

#include "rules/authoring/PromiseContract.h"
#include "report/Finding.h"
#include "rules/Rule.h"

using namespace clang;

namespace corolint {

static void run(const FunctionDecl &F, RuleContext &Context) {
  findMisusedHandles(F, Context);
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    return findOwnAddress(*Constructor, Context);
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(&F))
    return findDestroyedTwice(*Destructor, Context);
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method)
    return;
  if (Method->isCopyAssignmentOperator() || Method->isMoveAssignmentOperator())
    return findOverwritten(*Method, Context);
  if (!Method->getIdentifier())
    return;
  if (Method->getName() == "await_suspend")
    findBrokenSuspend(*Method, Context);
  if (Method->getName() == "get_return_object") {
    findBrokenPromise(*Method, Context);
    findNeverDestroyed(*Method, Context);
  }
}

static const RuleOption Options[] = {
    {"InlineResume", "false",
     "also report an await_suspend that calls resume() on another coroutine, "
     "where returning its handle needs no stack",
     "true;false"},
    {"Nodiscard", "false",
     "also report a lazy task type that is not [[nodiscard]]", "true;false"},
};

extern const Rule PromiseContract;
const Rule PromiseContract = {
    {"coro-promise-contract", "authoring", "L11",
     "a promise, an awaiter or the owner of a coroutine breaks its contract",
     Confidence::Likely, Options, Standing::OnRequest},
    run};

} // namespace corolint
