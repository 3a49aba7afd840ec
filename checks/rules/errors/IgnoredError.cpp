// Law 8: a failure of asynchronous work reaches somebody.
// At run time an error code is thrown away with the result that held it, an
// exception ends in a promise that does nothing or in a task that was let go,
// or a loop goes on that was told to stop.
// Silent on purpose: results, unless asked for, since most code that asks for
// an error code instead of an exception does so to ignore it; casts to void,
// errors of [[nodiscard]] classes (which coro-discarded-task reports), handlers
// that leave the loop or tell the cancellation apart, libraries that cancel
// without exceptions; of tasks that are let go those in which no throw is in
// sight, and those of which nobody says what becomes of their failure.

#include "rules/errors/IgnoredError.h"
#include "rules/Rule.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {
namespace {

void run(const FunctionDecl &F, RuleContext &Context) {
  if (!writtenBody(F))
    return;
  findEmptyUnhandledException(F, Context);
  findDetachedFailures(F, Context);
  if (isCoroutine(F)) {
    if (Context.isOn("Results"))
      findDroppedErrors(F, Context);
    findSwallowedCancellations(F, Context);
  }
  if (Context.isOn("VoidCasts"))
    findUnobservedFailures(F, Context);
}

const RuleOption Options[] = {
    {"Results", "false",
     "also report the error in the result of a co_await that is dropped",
     "true;false"},
    {"VoidCasts", "false",
     "also report eager tasks that are cast to void although their coroutine "
     "lets exceptions out",
     "true;false"},
};

} // namespace

extern const Rule IgnoredError;
const Rule IgnoredError = {{"coro-ignored-error", "errors", "L8",
                            "a failure of asynchronous work reaches nobody",
                            Confidence::Likely, Options, Standing::OnRequest},
                           run};

} // namespace corolint
