// Law 1: the thread that runs coroutines is never blocked.
// At run time every task of that thread stands still until the call returns.
// Silent on purpose: generators, kinds switched off (locks, console and
// descriptors by default), zero time-outs, lambdas that run elsewhere,
// functions whose bodies cannot be seen.

#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/blocking/BlockingOptions.h"

using namespace clang;

namespace corolint {

static std::string message(const BlockingSite &Call) {
  std::string Rest = " the thread of this coroutine; ";
  if (Call.Destructor && Call.Chain.empty())
    return "destroying " +
           (Call.Name.empty() ? "the result of this call" : quoted(Call.Name)) +
           " blocks" + Rest +
           (Call.Place.Because.empty() ? "every other task there waits too"
                                       : "it " + Call.Place.Because);
  if (Call.Chain.empty())
    return quoted(Call.Name) + " blocks" + Rest +
           "every other task there waits too";
  std::string End = Call.Chain.back().Callee.empty()
                        ? quoted(Call.Place.Type)
                        : quoted(Call.Chain.back().Callee);
  return (Call.Destructor ? "destroying " : "") + quoted(Call.Name) +
         " may block" + Rest +
         (Call.Place.Destructor ? "it waits when " + End + " is destroyed"
                                : "it reaches " + End);
}

static void run(const FunctionDecl &F, RuleContext &Context) {
  if (!runsOnExecutor(F, Context.model()))
    return;
  BlockKinds Kinds = parseKinds(Context.option("Kinds"));
  for (const BlockingSite &Call : Context.blocking().callsIn(F, Kinds)) {
    if (Call.Place.Joins)
      continue;
    Finding New;
    New.Where = Call.Where;
    New.Text = message(Call);
    explain(Call, F,
            Call.Place.Instead.empty()
                ? "co_await an asynchronous operation, or move the call to a "
                  "thread that may block"
                : StringRef(Call.Place.Instead),
            New);
    Context.report(std::move(New));
  }
}

static const RuleOption Options[] = {
    {"Kinds", DefaultKinds,
     "what counts as blocking, separated by ';': sleep wait network dns "
     "process file event-loop lock console descriptor"},
};

extern const Rule BlockingCall;
const Rule BlockingCall = {{"coro-blocking-call", "blocking", "L1",
                            "a call blocks the thread that runs a coroutine",
                            Confidence::Likely, Options},
                           run};

} // namespace corolint
