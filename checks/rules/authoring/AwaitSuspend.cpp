#include "flow/FlowGraph.h"
#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "model/PromiseShape.h"
#include "rules/authoring/PromiseContract.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace corolint {
namespace {

const ParmVarDecl *handleOfCaller(const CXXMethodDecl &Suspend) {
  return Suspend.getNumParams() == 0 ? nullptr : Suspend.getParamDecl(0);
}

bool mentionsThis(const Stmt *Body) {
  bool Found = false;
  walkEvaluated(Body, [&](const Stmt *S) {
    Found |= isa<CXXThisExpr>(S);
    return !Found;
  });
  return Found;
}

//===--- A handle that is lost ---===//

/// True if every `return` in \p Body says `true`.
bool returnsOnlyTrue(const Stmt *Body) {
  bool OnlyTrue = true;
  walkEvaluated(Body, [&](const Stmt *S) {
    if (const auto *Return = dyn_cast<ReturnStmt>(S)) {
      const auto *Value =
          dyn_cast_or_null<CXXBoolLiteralExpr>(stripped(Return->getRetValue()));
      OnlyTrue &= Value && Value->getValue();
    }
    return OnlyTrue;
  });
  return OnlyTrue;
}

/// True if the coroutine stays suspended however \p Suspend returns: it returns
/// nothing, or true on every path.
bool alwaysSuspends(const CXXMethodDecl &Suspend) {
  const QualType Returned = Suspend.getReturnType();
  return Returned->isVoidType() ||
         (Returned->isBooleanType() && returnsOnlyTrue(Suspend.getBody()));
}

/// An awaiter without a body for await_suspend is there to park the coroutine;
/// its owner resumes it.
bool isThereToPark(const Stmt &Body) {
  const auto *Block = dyn_cast<CompoundStmt>(&Body);
  return Block && Block->body_empty();
}

/// True if the awaiter may know the coroutine by other means: it hands itself
/// out, or has a member that is more than a number.
bool mayKnowOtherwise(const CXXRecordDecl &Awaiter, const Stmt &Body) {
  if (mentionsThis(&Body))
    return true;
  return !forSelfAndBases(Awaiter, [](const CXXRecordDecl &R) {
    return R.hasDefinition() &&
           llvm::all_of(R.fields(), [](const FieldDecl *Member) {
             return Member->getType()->isIntegralOrEnumerationType();
           });
  });
}

bool throwsOrEnds(const Stmt &Body) {
  bool Ends = false;
  walkEvaluated(&Body, [&](const Stmt *S) {
    const auto *Call = dyn_cast<CallExpr>(S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    Ends |= isa<CXXThrowExpr>(S) || (Callee && Callee->isNoReturn());
    return !Ends;
  });
  return Ends;
}

/// True if the awaiter is always ready: nobody calls its await_suspend.
bool isNeverCalled(const CXXRecordDecl &Awaiter, Known &Facts) {
  const CXXMethodDecl *Ready = findMethod(Awaiter, "await_ready");
  if (!Ready)
    return false;
  const FunctionDecl *Body = Facts.readableDefinition(*Ready);
  return returnsConstant(*Ready, true, Facts) ||
         (Body && Body->getReturnType()->isBooleanType() &&
          returnsOnlyTrue(writtenBody(*Body)));
}

void findLostHandle(const CXXMethodDecl &Suspend, const Stmt &Body,
                    RuleContext &Context) {
  const ParmVarDecl *Handle = handleOfCaller(Suspend);
  if (!Handle || !alwaysSuspends(Suspend) || mentions(Body, *Handle) ||
      isThereToPark(Body) || mayKnowOtherwise(*Suspend.getParent(), Body) ||
      throwsOrEnds(Body) ||
      isNeverCalled(*Suspend.getParent(), Context.model().facts()))
    return;
  Finding New;
  New.Where = Suspend.getLocation();
  New.Text = "'await_suspend' of " +
             quoted(unqualifiedName(*Suspend.getParent())) +
             " loses the handle of the coroutine that awaits; nobody can "
             "resume it";
  New.note(Handle->getLocation(), "this is the only way to the coroutine");
  New.note(Suspend.getLocation(),
           "store the handle where the result arrives, or hand it to what "
           "resumes it");
  New.Evidence.push_back("keeps the coroutine suspended on every path; its "
                         "parameter is never named");
  Context.report(std::move(New));
}

//===--- An awaiter that is touched too late ---===//

/// True if objects of \p Record live for one co_await only: apart from being
/// awaited and made, they can do nothing.
bool livesForOneAwait(const CXXRecordDecl &Record) {
  return llvm::all_of(Record.methods(), [](const CXXMethodDecl *Method) {
    if (isa<CXXConstructorDecl, CXXDestructorDecl>(Method) ||
        Method->isImplicit() || Method->getAccess() != AS_public ||
        Method->getOverloadedOperator() == OO_Equal)
      return true;
    return Method->getIdentifier() && Method->getName().starts_with("await_");
  });
}

bool usesLocks(const Stmt &Body, AsyncModel &Model) {
  bool Locks = false;
  walkEvaluated(&Body, [&](const Stmt *S) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D))
          Locks |= !V->getType()->isDependentType() &&
                   Model.guard(V->getType()).Owner != LockOwner::None;
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S)) {
      const CXXMethodDecl *Method = Call->getMethodDecl();
      Locks |= Method && Method->getIdentifier() &&
               Method->getName().contains("lock");
    }
    return !Locks;
  });
  return Locks;
}

/// What lets the coroutine of \p Handle go on at \p S at once: resume() on it,
/// or a spawn that is known to run elsewhere and is given the handle or `this`.
/// Empty if nothing does.
std::string lettingGo(const Stmt &S, const VarDecl &Handle,
                      RuleContext &Context) {
  if (const Expr *Resumed = handleOf(S, "resume"))
    return namedVariable(Resumed) == &Handle ? "resumed" : "";
  std::optional<CallSite> Site = asCall(S);
  if (!Site)
    return "";
  for (const Spawn &Work : Context.spawns().spawnsOf(*Site))
    if (Work.Where == RunsOn::OtherThread && Work.Work && !Work.Scoped &&
        mentions(*Work.Work, Handle))
      return "handed to " + Work.By;
  return "";
}

struct Touch {
  SourceLocation Released;
  std::string How;
  SourceLocation Where;
  std::string Member;
};

/// The members of \p E's awaiter, as written.
std::string memberOf(const Stmt &S) {
  const auto *Member = dyn_cast<MemberExpr>(&S);
  return Member && isa<CXXThisExpr>(stripped(Member->getBase()))
             ? unqualifiedName(*Member->getMemberDecl())
             : "";
}

std::optional<Touch> findTouch(const CXXMethodDecl &Suspend,
                               const VarDecl &Handle, RuleContext &Context) {
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(Suspend);
  if (!Graph)
    return std::nullopt;
  llvm::MapVector<const Stmt *, std::string> Releases;
  walkEvaluated(Suspend.getBody(), [&](const Stmt *S) {
    if (std::string How = lettingGo(*S, Handle, Context); !How.empty())
      Releases[S] = How;
    return true;
  });
  if (Releases.empty())
    return std::nullopt;
  enum : uint8_t { Held = 1, Released = 2 };
  const Stmt *By = Releases.begin()->first;
  auto Apply = [&](const CFGElement &Element, FlowState &State) {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (Statement && Releases.count(Statement->getStmt()))
      State[0] = Released;
  };
  std::vector<FlowState> In = Graph->solveForward(
      0, FlowState(1, Held), [](const CFGBlock &, FlowState &) {}, Apply,
      [](const CFGBlock &, unsigned, FlowState &) {});
  std::optional<Touch> Found;
  for (const CFGBlock *Block : Graph->cfg()) {
    FlowState State = In[Block->getBlockID()];
    if (State.empty())
      continue;
    for (const CFGElement &Element : *Block) {
      std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
      if (Statement && (State[0] & Released))
        if (std::string Member = memberOf(*Statement->getStmt());
            !Member.empty() &&
            (!Found || Statement->getStmt()->getBeginLoc() < Found->Where))
          Found = Touch{By->getBeginLoc(), Releases[By],
                        Statement->getStmt()->getBeginLoc(), Member};
      Apply(Element, State);
    }
  }
  return Found;
}

void findLateTouch(const CXXMethodDecl &Suspend, const Stmt &Body,
                   RuleContext &Context) {
  const ParmVarDecl *Handle = handleOfCaller(Suspend);
  if (!Handle || !livesForOneAwait(*Suspend.getParent()) ||
      usesLocks(Body, Context.model()))
    return;
  std::optional<Touch> Found = findTouch(Suspend, *Handle, Context);
  if (!Found)
    return;
  Finding New;
  New.Where = Found->Where;
  New.Text = "member " + quoted(Found->Member) +
             " of the awaiter is used after its coroutine was " + Found->How +
             "; by then the coroutine may have destroyed the awaiter";
  New.note(Found->Released, "the coroutine may go on from here");
  New.note(Found->Where,
           "copy what is needed into a local variable first, and let the "
           "coroutine go as the last step");
  New.Evidence.push_back("an awaiter that can do nothing but be awaited: it "
                         "lives for one co_await");
  Context.report(std::move(New));
}

//===--- Resuming inside ---===//

void findInlineResume(const Stmt &Body, RuleContext &Context) {
  walkEvaluated(&Body, [&](const Stmt *S) {
    if (!handleOf(*S, "resume"))
      return true;
    Finding New;
    New.Where = S->getBeginLoc();
    New.Text = "'await_suspend' resumes a coroutine on its own stack; a chain "
               "of them overflows it";
    New.note(New.Where, "return the handle from 'await_suspend' instead");
    New.Evidence.push_back("calls resume() inside of 'await_suspend'");
    Context.report(std::move(New));
    return true;
  });
}

} // namespace

void findBrokenSuspend(const CXXMethodDecl &Suspend, RuleContext &Context) {
  const Stmt *Body = Suspend.getBody();
  if (!Body || isCoroutine(Suspend) || Suspend.isDependentContext())
    return;
  findLostHandle(Suspend, *Body, Context);
  findLateTouch(Suspend, *Body, Context);
  if (Context.isOn("InlineResume"))
    findInlineResume(*Body, Context);
}

} // namespace corolint
