// Law 1: the thread that runs coroutines is never blocked.
// At run time every task of that thread stands still until the call returns.
// Silent on purpose: unit tests, generators, kinds switched off (locks,
// console, descriptors and metadata of files by default), zero time-outs,
// lambdas that run elsewhere, code after a move to another executor, coroutines
// that take an executor which is there for what blocks, blocks that end the
// program, functions whose bodies cannot be seen.

#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/blocking/BlockingOptions.h"
#include "support/AstWalk.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {

static std::string message(const BlockingSite &Call) {
  const BlockingPlace &Place = Call.Place;
  std::string Subject = (Call.Destructor ? "destroying " : "") + Call.Name;
  if (!Call.Chain.empty())
    return Subject + " may block the thread of this coroutine; it " +
           (Place.Destructor ? "destroys " : "reaches ") +
           Call.Chain.back().Callee;
  std::string Rest = Call.Destructor && !Place.Because.empty()
                         ? "it " + Place.Because
                         : "every other task there waits too";
  return Subject + " blocks the thread of this coroutine; " + Rest;
}

/// What the library of the coroutine \p F has to ask the file system with;
/// empty if it has nothing.
static StringRef asyncMetadata(const FunctionDecl &F, AsyncModel &Model) {
  const KnowledgeBase::Library *Library =
      isCoroutine(F) ? Model.libraryOf(F) : nullptr;
  return Library ? StringRef(Library->AsyncMetadata) : StringRef();
}

static StringRef wayOut(const BlockingPlace &Place, StringRef AsyncMetadata) {
  if (Place.Kind == BlockKind::Metadata && !AsyncMetadata.empty())
    return AsyncMetadata;
  if (!Place.Instead.empty())
    return Place.Instead;
  return "co_await an asynchronous operation, or move the call to a thread "
         "that may block";
}

static void run(const FunctionDecl &F, RuleContext &Context) {
  std::optional<std::string> Why = whyOnExecutor(F, Context.model());
  if (!Why || mayBlock(F, Context.model()) || isTestThatMayWait(F, Context))
    return;
  BlockingQuery Query =
      parseQuery(Context.option("Kinds"), Context.option("Allowed"));
  const StringRef AsyncMetadata = asyncMetadata(F, Context.model());
  if (!AsyncMetadata.empty() && Query.Kinds.contains(BlockKind::File))
    Query.Kinds.insert(BlockKind::Metadata);
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  const SourceLocation Hop = firstHop(F, Context.model());
  for (const BlockingSite &Call : Context.blocking().callsIn(F, Query)) {
    if (Call.Joins ||
        (Hop.isValid() && Sources.isBeforeInTranslationUnit(Hop, Call.Where)) ||
        endsTheProgram(F, Call.Where))
      continue;
    Finding New;
    New.Where = Call.Where;
    New.Text = message(Call);
    explain(Call, F, *Why, wayOut(Call.Place, AsyncMetadata), New);
    Context.report(std::move(New));
  }
}

static const RuleOption Options[] = {
    {"Kinds", DefaultKinds,
     "what counts as blocking, separated by ';': sleep wait network dns "
     "process file event-loop lock console descriptor metadata",
     KindWords, /*IsList=*/true},
    {"Allowed", "", AllowedHelp, /*Words=*/"", /*IsList=*/true},
    {"InTests", "false", InTestsHelp, "true;false"},
};

extern const Rule BlockingCall;
const Rule BlockingCall = {{"coro-blocking-call", "blocking", "L1",
                            "a call blocks the thread that runs a coroutine",
                            Confidence::Likely, Options},
                           run};

} // namespace corolint
