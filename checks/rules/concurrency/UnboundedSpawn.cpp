// Law 10: work is started as fast as it ends.
// A loop that starts a task in each round and never suspends or waits makes
// tasks as fast as it turns: each keeps its frame, and what it holds, until it
// gets a turn. Without an end of the loop it is the memory that ends it; so it
// is where each round puts something into a container that nothing empties.
// Silent on purpose: loops that suspend, wait, lock or call what nobody can
// read, scoped spawns, what somebody keeps a handle of; unless asked for, loops
// over what is counted.

#include "model/Names.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/concurrency/EndlessGrowth.h"
#include "summary/Waiting.h"
#include "support/AstWalk.h"
#include "support/Loops.h"
#include "support/Parents.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

bool detaches(const Stmt *S, const VarDecl *Object, AsyncModel &Model) {
  std::optional<CallSite> Site = S ? asCall(*S) : std::nullopt;
  return Site && (!Object || namedVariable(Site->Object) == Object) &&
         llvm::any_of(Model.facts(*Site),
                      [](const FunctionFact *Fact) { return Fact->Detaches; });
}

/// True if nobody has what \p Started gives: it gives nothing, its value is not
/// used, or it is let go by name.
bool isLetGo(const Expr &Started, const FunctionDecl &F, AsyncModel &Model) {
  if (Started.getType()->isVoidType())
    return true;
  const Parents Around(writtenBody(F));
  const Stmt *Up = Around.of(Started);
  while (isa_and_nonnull<FullExpr, ImplicitCastExpr, CXXFunctionalCastExpr,
                         CXXBindTemporaryExpr, MaterializeTemporaryExpr,
                         ParenExpr>(Up))
    Up = Around.of(*Up);
  if (const auto *Cast = dyn_cast_or_null<CastExpr>(Up))
    return Cast->getCastKind() == CK_ToVoid;
  if (isa_and_nonnull<MemberExpr>(Up))
    return detaches(Around.of(*Up), nullptr, Model);
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up);
  const auto *V = Declaration && Declaration->isSingleDecl()
                      ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                      : nullptr;
  if (!V)
    return !isa_and_nonnull<Expr, DeclStmt, ReturnStmt, CoreturnStmt>(Up);
  bool Gone = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    Gone = Gone || detaches(S, V, Model);
    return !Gone;
  });
  return Gone;
}

/// What starts a task in \p Body, unless something there may hold it up.
std::optional<Spawn> startsUnheld(const FunctionDecl &F, const Stmt &Body,
                                  RuleContext &Context, SourceLocation &Where) {
  std::optional<Spawn> First;
  bool Held = false;
  walkEvaluated(&Body, [&](const Stmt *S) {
    std::optional<CallSite> Site = asCall(*S);
    std::vector<Spawn> Started =
        Site ? Context.spawns().spawnsOf(*Site) : std::vector<Spawn>();
    llvm::erase_if(Started, [](const Spawn &Each) {
      return Each.Scoped || Each.GivesBack || Each.Carried;
    });
    if (Started.empty()) {
      Held |= isa<BreakStmt, ReturnStmt, CoreturnStmt, CXXThrowExpr>(S) ||
              mayWait(*S, Context.model(), Context.blocking());
    } else if (!First && isLetGo(*Site->Node, F, Context.model())) {
      First = Started.front();
      Where = Site->where();
    }
    return !Held;
  });
  return Held ? std::nullopt : First;
}

void report(const Spawn &Started, SourceLocation Where, bool Endless,
            RuleContext &Context) {
  Finding New;
  New.Where = Where;
  New.Text = Started.By + " starts a task in each round of a loop that " +
             (Endless ? "has no end and " : "") +
             "never waits for one; they pile up";
  New.note(Where, "await the task, spawn it in a scope and limit how many run, "
                  "or take a permit of a semaphore in each round");
  New.Evidence.push_back(Started.Evidence);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  const bool Counted = Context.isOn("CountedLoops");
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    const Stmt *Body = nullptr;
    bool Endless = false;
    if (std::optional<Loop> Found = asLoop(*S)) {
      Body = Found->Body;
      Endless = isEndless(*Found, F.getASTContext());
    } else if (const auto *Range = dyn_cast<CXXForRangeStmt>(S)) {
      Body = Range->getBody();
    }
    if (Endless && isCoroutine(F))
      findEndlessGrowth(F, *S, *Body, Context);
    if (!Body || (!Endless && !Counted))
      return true;
    SourceLocation Where;
    if (std::optional<Spawn> Started = startsUnheld(F, *Body, Context, Where))
      report(*Started, Where, Endless, Context);
    return true;
  });
}

const RuleOption Options[] = {
    {"CountedLoops", "false",
     "also report loops that end: over a container, or while a condition holds",
     "true;false"},
};

} // namespace

extern const Rule UnboundedSpawn;
const Rule UnboundedSpawn = {{"coro-unbounded-spawn", "concurrency", "L10",
                              "a loop starts tasks as fast as it turns",
                              Confidence::Likely, Options, Standing::OnRequest},
                             run};

} // namespace corolint
