// Law 1: the thread that runs coroutines is never blocked; a loop that neither
// suspends nor ends blocks it for good.
// At run time no other task of the thread runs again; if one of them was to end
// the loop, it never ends.
// Silent on purpose: loops that can be left, that suspend in any round, that
// call what blocks (coro-blocking-call speaks of it), loops over data, retries
// of a compare-and-swap, unit tests.

#include "model/Names.h"
#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "support/AstWalk.h"
#include "support/Loops.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

/// True if \p S may leave the loop around it. \p Inside: how many statements
/// that a `break` leaves lie in between.
bool mayLeave(const Stmt *S, unsigned Inside = 0) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<ReturnStmt, CoreturnStmt, CXXThrowExpr, GotoStmt, IndirectGotoStmt>(
          S))
    return true;
  if (isa<BreakStmt>(S))
    return Inside == 0;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (const FunctionDecl *Callee = Call->getDirectCallee();
        Callee && Callee->isNoReturn())
      return true;
  if (asLoop(*S) || isa<SwitchStmt, CXXForRangeStmt>(S))
    ++Inside;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return mayLeave(Child, Inside);
  });
}

bool suspends(const Stmt *S) {
  bool Found = false;
  walkEvaluated(S, [&](const Stmt *Part) {
    Found |= isa<CoroutineSuspendExpr, DependentCoawaitExpr>(Part);
    return !Found;
  });
  return Found;
}

bool callsWhatBlocks(const Stmt *S, AsyncModel &Model) {
  bool Found = false;
  walkEvaluated(S, [&](const Stmt *Part) {
    std::optional<CallSite> Site = asCall(*Part);
    Found |= Site && Model.blocking(*Site);
    return !Found;
  });
  return Found;
}

/// Runs \p Visit over all parts of the loop.
bool anyPart(const Loop &L, llvm::function_ref<bool(const Stmt *)> Is) {
  return (L.Condition && Is(L.Condition)) || Is(L.Body) ||
         (L.Step && Is(L.Step));
}

//===--- Waiting for others ---===//

bool isAtomic(QualType T) {
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record)
    return false;
  return !forSelfAndBases(*Record, [](const CXXRecordDecl &R) {
    const std::string Name = qualifiedName(R);
    return Name != "std::atomic" && Name != "std::atomic_flag" &&
           Name != "std::atomic_ref";
  });
}

/// The name of what \p Call asks of an atomic object; "operator T" of its
/// conversion is a load.
StringRef askedOfAtomic(const CXXMemberCallExpr &Call) {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  if (!Method ||
      !isAtomic(stripped(Call.getImplicitObjectArgument())->getType()))
    return "";
  if (isa<CXXConversionDecl>(Method))
    return "load";
  return Method->getIdentifier() ? Method->getName() : "";
}

/// The atomic object that \p Condition asks and does nothing else: by a load,
/// or as a spin lock does. Null for anything more.
const Expr *askedAtomic(const Expr &Condition) {
  const Expr *Found = nullptr;
  bool Other = false;
  walkEvaluated(&Condition, [&](const Stmt *S) {
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S)) {
      const StringRef Asked = askedOfAtomic(*Call);
      if (Asked == "load" || Asked == "test" || Asked == "test_and_set" ||
          Asked == "exchange")
        Found = Call->getImplicitObjectArgument();
      else
        Other = true;
      return false;
    }
    Other |= isa<CallExpr, CXXConstructExpr>(S);
    return !Other;
  });
  return Other ? nullptr : Found;
}

/// True if a round of the body does nothing but wait: hints to the processor or
/// the scheduler, or nothing.
bool onlyWaits(const Stmt *Body) {
  bool Works = false;
  walkEvaluated(Body, [&](const Stmt *S) {
    if (const auto *Call = dyn_cast<CallExpr>(S)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      const std::string Name = Callee ? unqualifiedName(*Callee) : "";
      const StringRef Hint = Name;
      Works |= !Callee || !(Hint.contains("yield") || Hint.contains("pause") ||
                            Hint.contains("relax"));
      return false;
    }
    Works |= isa<BinaryOperator, CXXConstructExpr, CXXNewExpr>(S) ||
             isa<UnaryOperator>(S);
    return !Works;
  });
  return !Works;
}

std::string nameOf(const Expr &E) {
  const Expr *What = stripped(&E);
  if (const auto *Member = dyn_cast<MemberExpr>(What))
    return quoted(unqualifiedName(*Member->getMemberDecl()));
  if (const auto *Ref = dyn_cast<DeclRefExpr>(What))
    return quoted(unqualifiedName(*Ref->getDecl()));
  return "an atomic object";
}

//===--- The rule ---===//

void reportEndless(const Stmt &S, RuleContext &Context) {
  Finding New;
  New.Where = S.getBeginLoc();
  New.Text = "this loop neither suspends nor ends; no other task of its thread "
             "runs again";
  New.Evidence.push_back("always true, and no way out of the body");
  New.note(New.Where, "co_await in each round what the loop waits for, or "
                      "something that lets other tasks run");
  Context.report(std::move(New));
}

void reportSpin(const Stmt &S, const Expr &Asked, RuleContext &Context) {
  Finding New;
  New.Where = S.getBeginLoc();
  New.Text = "this loop waits for " + nameOf(Asked) +
             " without suspending; if what changes it needs this thread, it "
             "never ends";
  New.note(Asked.getExprLoc(), "asked again and again");
  New.Evidence.push_back("its body does nothing but wait");
  New.note(New.Where, "co_await an event or an async mutex instead");
  Context.report(std::move(New));
}

void lookAt(const Stmt &S, const Loop &L, const FunctionDecl &F,
            RuleContext &Context) {
  AsyncModel &Model = Context.model();
  if (mayLeave(L.Body) || anyPart(L, suspends) ||
      anyPart(L,
              [&](const Stmt *Part) { return callsWhatBlocks(Part, Model); }))
    return;
  if (isEndless(L, F.getASTContext()))
    return reportEndless(S, Context);
  if (!onlyWaits(L.Body) || L.Step)
    return;
  if (const Expr *Asked = askedAtomic(*L.Condition))
    reportSpin(S, *Asked, Context);
}

/// An assertion is made a statement by `do { } while (0)`; of other loops in a
/// macro the user has not written the condition either.
bool isWrittenHere(const Stmt &S) { return !S.getBeginLoc().isMacroID(); }

void run(const FunctionDecl &F, RuleContext &Context) {
  if (!isCoroutine(F) || Context.isInTest(F))
    return;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (std::optional<Loop> L = asLoop(*S); L && isWrittenHere(*S))
      lookAt(*S, *L, F, Context);
    return true;
  });
}

} // namespace

extern const Rule LoopWithoutSuspend;
const Rule LoopWithoutSuspend = {
    {"coro-loop-without-suspend",
     "blocking",
     "L1",
     "a loop in a coroutine neither suspends nor ends",
     Confidence::Likely,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
