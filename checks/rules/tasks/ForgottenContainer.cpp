#include "flow/TaskContainers.h"
#include "rules/tasks/DiscardedTask.h"
#include "rules/tasks/TaskWording.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

void findForgottenContainers(const FunctionDecl &F, RuleContext &Context) {
  for (const LostTasks &Lost : findLostContainers(F, Context.model())) {
    const AsyncType &Type = Context.model().type(Lost.Task);
    // Kept like this, eager tasks run for as long as the function does.
    if (Type.mayRunOn() && !isCoroutine(F))
      continue;
    Finding New;
    New.Where = Lost.Container->getLocation();
    New.Text = "the " + nounOf(Type) + "s in " +
               quoted(Lost.Container->getName()) + " are never awaited; " +
               (Type.Dropped == IfDropped::NeverRuns
                    ? "they are lazy, so their work never runs"
                    : "nobody sees their end or their failure");
    New.note(Lost.Filled, "put in here");
    New.note(New.Where, isCoroutine(F)
                            ? "co_await each, or all of them together"
                            : "hand them to a function that runs or spawns "
                              "them, or return them");
    New.Evidence.push_back(Type.Evidence);
    Context.report(std::move(New));
  }
}

} // namespace corolint
