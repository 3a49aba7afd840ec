// Law 5: async work is never waited for synchronously inside a coroutine.
// At run time the work may need the very thread that waits for it: both stand
// still for ever, where a plain blocking call only costs time.
// Silent on purpose: unit tests, waits outside of coroutines (main),
// generators, zero time-outs, what is known to be ready (also by all callers of
// a function that only this unit can call), code after a move to another
// executor, functions whose bodies cannot be seen and that nobody named.

#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/blocking/BlockingOptions.h"
#include "support/AstWalk.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {

static void run(const FunctionDecl &F, RuleContext &Context) {
  std::optional<std::string> Why = whyOnExecutor(F, Context.model());
  // By the time an awaiter gives its result, the work is done.
  if (!Why || (!isCoroutine(F) && F.getNameAsString() == "await_resume") ||
      isTestThatMayWait(F, Context))
    return;
  const BlockingQuery Query =
      parseQuery(DefaultKinds, Context.option("Allowed"));
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  const SourceLocation Hop = firstHop(F, Context.model());
  for (const BlockingSite &Call : Context.blocking().callsIn(F, Query)) {
    if (!Call.Joins ||
        (Hop.isValid() && Sources.isBeforeInTranslationUnit(Hop, Call.Where)))
      continue;
    Finding New;
    New.Where = Call.Where;
    New.Text = (Call.Destructor ? "destroying " : "") + Call.Name +
               (Call.Place.Kind == BlockKind::EventLoop
                    ? " runs an event loop inside a coroutine; until it ends, "
                      "nothing that called this coroutine goes on"
                    : " waits for async work inside a coroutine; if that work "
                      "needs this thread, both wait for ever");
    explain(Call, F, *Why,
            Call.Place.Instead.empty() || !Call.Place.Joins
                ? "co_await the work instead of waiting for it"
                : StringRef(Call.Place.Instead),
            New);
    Context.report(std::move(New));
  }
}

static const RuleOption Options[] = {
    {"Allowed", "", AllowedHelp, /*Words=*/"", /*IsList=*/true},
    {"InTests", "false", InTestsHelp, "true;false"}};

extern const Rule SyncWait;
const Rule SyncWait = {{"coro-sync-wait", "blocking", "L5",
                        "a coroutine waits synchronously for async work",
                        Confidence::Likely, Options},
                       run};

} // namespace corolint
