// Law 1: the thread that runs coroutines is never blocked; a loop that neither
// suspends nor ends blocks it for good.
// At run time no other task of the thread runs again; if one of them was to end
// the loop, it never ends.
// Silent on purpose: loops that can be left, loops that suspend (but for a
// round that only asks and turns), loops that call what blocks
// (coro-blocking-call speaks of it), loops over data, retries of a
// compare-and-swap, unit tests.

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

/// The flag that \p Condition asks and does nothing else: a number or a bool
/// that is a member or a global variable. Null for anything more.
const Expr *askedFlag(const Expr &Condition) {
  const Expr *Asked = stripped(&Condition);
  if (const auto *Unary = dyn_cast<UnaryOperator>(Asked))
    return Unary->getOpcode() == UO_LNot ? askedFlag(*Unary->getSubExpr())
                                         : nullptr;
  if (const auto *Binary = dyn_cast<BinaryOperator>(Asked))
    return Binary->isComparisonOp() && isa<IntegerLiteral, CXXBoolLiteralExpr>(
                                           stripped(Binary->getRHS()))
               ? askedFlag(*Binary->getLHS())
               : nullptr;
  const auto *Member = dyn_cast<MemberExpr>(Asked);
  const auto *Ref = dyn_cast<DeclRefExpr>(Asked);
  const auto *Global = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const bool IsShared = (Member && isa<FieldDecl>(Member->getMemberDecl())) ||
                        (Global && Global->hasGlobalStorage());
  return IsShared && Asked->getType()->isIntegralOrEnumerationType() &&
                 !Asked->getType().isConstQualified()
             ? Asked
             : nullptr;
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

//===--- A round in vain ---===//

/// What \p Call asks of a queue or an atomic object without waiting for it, and
/// others may change; null if it does anything else.
const Expr *askedWithoutWaiting(const CXXMemberCallExpr &Call) {
  const StringRef OfAtomic = askedOfAtomic(Call);
  const CXXMethodDecl *Method = Call.getMethodDecl();
  const StringRef Name =
      Method && Method->getIdentifier() ? Method->getName() : "";
  const bool Tries = Name.starts_with("try_") && !Name.contains("for") &&
                     !Name.contains("until") && !Name.contains("wait");
  const Expr *Object = Call.getImplicitObjectArgument();
  return OfAtomic == "load" || OfAtomic == "test" || Tries ? Object : nullptr;
}

/// What \p E asks, if it asks something that others change and does nothing
/// else; \p Only is cleared if it does.
const Expr *askedIn(const Expr &E, bool &Only) {
  const Expr *Found = nullptr;
  walkEvaluated(&E, [&](const Stmt *S) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(S);
    if (const Expr *Object = Call ? askedWithoutWaiting(*Call) : nullptr) {
      Found = Object;
      return false;
    }
    // What an optional or a pointer that came of it is asked for.
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (Method && Method->isConst() && Call->getNumArgs() == 0 &&
        namedVariable(Call->getImplicitObjectArgument()))
      return false;
    const auto *Unary = dyn_cast<UnaryOperator>(S);
    const auto *Binary = dyn_cast<BinaryOperator>(S);
    Only &= !isa<CallExpr, CXXNewExpr, LambdaExpr, CoroutineSuspendExpr,
                 DependentCoawaitExpr>(S) &&
            !(Unary && Unary->isIncrementDecrementOp()) &&
            !(Binary && Binary->isAssignmentOp());
    return Only;
  });
  return Found;
}

/// The `continue` of \p If if all it does is to begin another round, at once.
const Stmt *continues(const IfStmt &If) {
  const Stmt *Then = If.getThen();
  if (const auto *Block = dyn_cast<CompoundStmt>(Then))
    Then = Block->size() == 1 ? Block->body_front() : nullptr;
  return !If.getElse() && !If.getInit() && isa_and_nonnull<ContinueStmt>(Then)
             ? Then
             : nullptr;
}

struct VainRound {
  const Stmt *Continue = nullptr;
  const Expr *Asked = nullptr;
};

/// A round of \p L that only asks for something and begins anew: before it gets
/// to any suspension, and without having done anything.
std::optional<VainRound> vainRound(const Loop &L) {
  const auto *Body = dyn_cast<CompoundStmt>(L.Body);
  VainRound Round;
  bool Only = true;
  if (!Body || L.Step || (L.Condition && (askedIn(*L.Condition, Only), !Only)))
    return std::nullopt;
  for (const Stmt *S : Body->body()) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D); V && V->getInit())
          if (const Expr *Asked = askedIn(*V->getInit(), Only))
            Round.Asked = Asked;
    } else if (const auto *If = dyn_cast<IfStmt>(S)) {
      const auto *V = If->getConditionVariable();
      if (const Expr *Asked = askedIn(V ? *V->getInit() : *If->getCond(), Only))
        Round.Asked = Asked;
      Round.Continue = continues(*If);
      return Only && Round.Asked && Round.Continue
                 ? std::optional<VainRound>(Round)
                 : std::nullopt;
    } else {
      return std::nullopt;
    }
    if (!Only)
      return std::nullopt;
  }
  return std::nullopt;
}

std::string nameOf(const Expr &E) {
  const Expr *What = stripped(&E);
  if (const auto *Member = dyn_cast<MemberExpr>(What))
    return quoted(unqualifiedName(*Member->getMemberDecl()));
  if (const auto *Ref = dyn_cast<DeclRefExpr>(What))
    return quoted(unqualifiedName(*Ref->getDecl()));
  return "something";
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

void reportVainRound(const VainRound &Round, RuleContext &Context) {
  Finding New;
  New.Where = Round.Continue->getBeginLoc();
  New.Text = "without a suspension the loop asks for " + nameOf(*Round.Asked) +
             " again; if what changes it needs this thread, it never ends";
  New.note(Round.Asked->getExprLoc(), "asked again and again");
  New.Evidence.push_back("a round up to here does nothing but ask");
  New.note(New.Where,
           "co_await what tells of the change, or something that lets other "
           "tasks run");
  Context.report(std::move(New));
}

void lookAt(const Stmt &S, const Loop &L, const FunctionDecl &F,
            RuleContext &Context) {
  AsyncModel &Model = Context.model();
  if (anyPart(L, suspends)) {
    if (std::optional<VainRound> Round = vainRound(L))
      reportVainRound(*Round, Context);
    return;
  }
  if (mayLeave(*L.Body) || anyPart(L, [&](const Stmt *Part) {
        return callsWhatBlocks(Part, Model);
      }))
    return;
  if (isEndless(L, F.getASTContext()))
    return reportEndless(S, Context);
  if (!onlyWaits(L.Body) || L.Step)
    return;
  const Expr *Asked = askedAtomic(*L.Condition);
  if (!Asked)
    Asked = askedFlag(*L.Condition);
  if (Asked)
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
