#include "rules/state/ThreadStateGuards.h"
#include "flow/ThreadLocals.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

std::optional<Suspension> suspensionIn(const Stmt &S, AsyncModel &Model) {
  std::optional<Suspension> Found;
  walkEvaluated(&S, [&](const Stmt *Inner) {
    if (!Found)
      Found = Model.realSuspension(*Inner);
    return !Found;
  });
  return Found;
}

/// A variable that sets something of the thread while it lives.
struct Guard {
  const VarDecl *Variable = nullptr;
  const NamedDecl *Sets = nullptr;
};

std::optional<Guard> declaredGuard(const Stmt &S, AsyncModel &Model) {
  const auto *Declaration = dyn_cast<DeclStmt>(&S);
  const auto *V = Declaration && Declaration->isSingleDecl()
                      ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                      : nullptr;
  const CXXRecordDecl *Record =
      V && V->hasLocalStorage() && !V->getType()->isReferenceType()
          ? recordOf(V->getType())
          : nullptr;
  const NamedDecl *Sets = Record ? scopedThreadState(*Record, Model) : nullptr;
  return Sets ? std::optional<Guard>({V, Sets}) : std::nullopt;
}

std::string what(const NamedDecl &Of) {
  return isa<VarDecl>(Of) ? "the thread_local " + quoted(Of.getName())
                          : "by " + mention(Of) + " what holds";
}

void report(const Guard &Found, const Suspension &Point, RuleContext &Context) {
  const std::string Name = quoted(Found.Variable->getName());
  Finding New;
  New.Where = Found.Variable->getLocation();
  New.Text = Name + " sets " + what(*Found.Sets) +
             " for this thread and sets it back at the end of its scope; by "
             "then the coroutine may have moved to another thread";
  New.note(Point.Where, "suspends here; others then run on this thread with "
                        "what it set");
  New.note(New.Where, "close the scope of " + Name + " before the suspension");
  New.Evidence.push_back(evidenceOfThread(*Found.Sets, Context.model()));
  Context.report(std::move(New));
}

void lookAt(const CompoundStmt &Block, RuleContext &Context) {
  std::optional<Guard> Open;
  for (const Stmt *Each : Block.body()) {
    if (!Open) {
      Open = declaredGuard(*Each, Context.model());
    } else if (std::optional<Suspension> Point =
                   suspensionIn(*Each, Context.model())) {
      report(*Open, *Point, Context);
      return;
    }
  }
}

} // namespace

void findThreadStateGuards(const FunctionDecl &F, RuleContext &Context) {
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Block = dyn_cast<CompoundStmt>(S))
      lookAt(*Block, Context);
    return true;
  });
}

std::string evidenceOfThread(const NamedDecl &Of, AsyncModel &Model) {
  if (const auto *Callee = dyn_cast<FunctionDecl>(&Of))
    for (const FunctionFact *Fact : Model.facts().function(*Callee))
      if (Fact->OfThread)
        return "of the thread: " + Fact->From.str();
  return "of the thread: " + quoted(Of.getName()) + " is declared thread_local";
}

} // namespace corolint
