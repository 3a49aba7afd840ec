// Law 6: what a task was lent lives until the task is done.
// A member coroutine keeps a pointer to its object, not the object. If the task
// goes on by itself, the object may be gone after a suspension.
// Silent on purpose: objects whose class does not say that they come and go
// (only those that are shared by counted pointers they make themselves do),
// tasks that somebody waits for, everything that holds a strong pointer to the
// object: a capture, an argument, a local variable of the coroutine.

#include "flow/AcrossSuspension.h"
#include "model/Names.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/lifetime/KeptAlive.h"
#include "rules/lifetime/LoanWording.h"
#include "rules/lifetime/UncheckedLock.h"
#include "support/AstWalk.h"
#include "support/UnitBodies.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

using Of = LateUse::Of;
using To = TaskRoute::To;

//===--- An object that dies in sight -------------------------------------===//

void reportObject(const LostLoan &Lost, RuleContext &Context) {
  Finding New;
  New.Where = Lost.Lent->getBeginLoc();
  New.Text = (Lost.Local ? quoted(Lost.Local->getName())
                         : std::string("the temporary")) +
             " dies " + whenItDies(Lost) + "; " + mention(Lost.Call) +
             " uses it later as its object";
  noteRouteAndUse(Lost, "the object", New);
  New.note(New.Where, "await the task while the object is alive, or make the "
                      "coroutine a function that takes the object by value");
  addEvidence(Lost, Context.model(), New);
  Context.report(std::move(New));
}

//===--- A task of an object that is shared -------------------------------===//

/// The class that \p F, or the lambdas around it, are members of; null if none.
const CXXRecordDecl *ownClass(const FunctionDecl &F) {
  const DeclContext *Around = &F;
  while (Around) {
    const auto *Record = dyn_cast<CXXRecordDecl>(Around);
    if (Record && !Record->isLambda())
      return Record;
    Around = Around->getParent();
  }
  return nullptr;
}

/// True if \p Body takes a strong pointer to its own object, or gets one.
bool keepsItself(const FunctionDecl &Body, const CXXRecordDecl &Record) {
  if (llvm::any_of(Body.parameters(), [&](const ParmVarDecl *P) {
        return !P->getType()->isReferenceType() &&
               isStrong(P->getType(), Record);
      }))
    return true;
  const Stmt *Written = writtenBody(Body);
  return Written && mentionsStrong(*Written, Record);
}

/// The first mention of the own object in \p Body after which it has been, or
/// may have been, suspended; null if there is none.
const Stmt *lateUse(const FunctionDecl &Body, RuleContext &Context,
                    std::optional<Suspension> &Point) {
  for (const LateUse &Late : Context.lendings().late().of(Body)) {
    const bool IsSelf = Late.What == Of::Object ||
                        (Late.What == Of::Closure && Late.Name.empty());
    if (!IsSelf)
      continue;
    Point = Late.Point;
    return Late.Use;
  }
  return nullptr;
}

class SharedObject {
public:
  SharedObject(const FunctionDecl &F, const CXXRecordDecl &Record,
               RuleContext &Context)
      : F(F), Record(Record), Context(Context) {}

  void run() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (std::optional<CallSite> Site = asCall(*S))
        look(*Site);
      return true;
    });
  }

private:
  void look(const CallSite &Site) {
    for (const Spawn &Started : Context.spawns().spawnsOf(Site))
      if (!Started.Scoped && !Started.GivesBack &&
          !mentionsStrong(*Site.Node, Record))
        lookAtWork(*stripped(Started.Work), Site, Started.By);
    // A coroutine that nobody can wait for starts by being called.
    if (Context.model().type(Site.Node->getType()).Kind ==
            AsyncKind::Detached &&
        isa<CallExpr>(Site.Node) && !isHandedStrong(Site))
      lookAtWork(*Site.Node, Site, "");
    lookAtHanded(Site);
    lookAtKept(Site);
    lookAtMethod(Site);
  }

  /// `[](task<> t) -> detached { co_await t; }(run())`: what nobody can wait
  /// for awaits the task of a member.
  void lookAtHanded(const CallSite &Site) {
    if (Context.model().type(Site.Node->getType()).Kind !=
            AsyncKind::Detached ||
        !isa<CallExpr>(Site.Node) || mentionsStrong(*Site.Node, Record))
      return;
    for (const Expr *Argument : Site.Arguments)
      if (Context.model().type(Argument->getType()).Kind == AsyncKind::Task)
        lookAtWork(*stripped(Argument), Site, mention(Site));
  }

  /// `runner_ = run();` in a constructor: no strong pointer can be made yet,
  /// and an eager task runs on when its handle goes with the object.
  void lookAtKept(const CallSite &Site) {
    const AsyncType &Type = Context.model().type(Site.Node->getType());
    if (!isa<CXXConstructorDecl>(F) || !Site.Object ||
        !isa<CXXThisExpr>(stripped(Site.Object)) ||
        Type.Kind != AsyncKind::Task || Type.Starts == Start::Lazy ||
        Type.Dropped != IfDropped::RunsOn || Record.hasUserDeclaredDestructor())
      return;
    const TaskRoute Route =
        routeOf(*Site.Node, around(), Context.model(), Context.spawns());
    const FieldDecl *Keeper =
        Route.End == To::Stored ? fieldNamedAt(Route.Where) : nullptr;
    if (Keeper && !isMentionedElsewhere(*Keeper))
      lookAtWork(*Site.Node, Site, "");
  }

  const FieldDecl *fieldNamedAt(SourceLocation Where) const {
    const FieldDecl *Found = nullptr;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Member = dyn_cast<MemberExpr>(S);
          Member && Member->getMemberLoc() == Where)
        Found = dyn_cast<FieldDecl>(Member->getMemberDecl());
      return !Found;
    });
    return Found;
  }

  /// True if something besides the constructor may wait for what \p Keeper has.
  bool isMentionedElsewhere(const FieldDecl &Keeper) {
    bool Found = false;
    forEachBody(Context.model().context(),
                [&](const Stmt &Root, const FunctionDecl *In) {
                  if (!Found && In != &F)
                    walkEvaluated(&Root, [&](const Stmt *S) {
                      const auto *Member = dyn_cast<MemberExpr>(S);
                      Found |= Member && Member->getMemberDecl() == &Keeper;
                      return !Found;
                    });
                });
    return Found;
  }

  /// `std::bind_front(&session::run, this)`, where nobody can wait for `run`.
  void lookAtMethod(const CallSite &Site) {
    if (!Site.Callee || !isOfStandardLibrary(*Site.Callee) ||
        !Site.Callee->getIdentifier() ||
        !Site.Callee->getName().starts_with("bind") ||
        Site.Arguments.size() < 2 ||
        !isa<CXXThisExpr>(stripped(Site.Arguments[1])))
      return;
    const auto *Address = dyn_cast<UnaryOperator>(stripped(Site.Arguments[0]));
    const auto *Ref = Address && Address->getOpcode() == UO_AddrOf
                          ? dyn_cast<DeclRefExpr>(Address->getSubExpr())
                          : nullptr;
    const auto *Method =
        Ref ? dyn_cast<CXXMethodDecl>(Ref->getDecl()) : nullptr;
    if (Method && Context.model().type(Method->getReturnType()).Kind ==
                      AsyncKind::Detached)
      lookAtBody(Context.model().facts().readableDefinition(*Method),
                 *Site.Node, Site, "");
  }

  /// True if an argument is, or holds, a strong pointer: what the coroutine is
  /// called through holds the object for as long as the call only.
  bool isHandedStrong(const CallSite &Site) const {
    return llvm::any_of(Site.Arguments, [&](const Expr *Argument) {
      return mentionsStrong(*Argument, Record);
    });
  }

  /// True for `this`, and for what a strong pointer to such an object leads to.
  bool isOwnObject(const Expr &Object) const {
    const Expr *Node = stripped(&Object);
    const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Node);
    return isa<CXXThisExpr>(Node) ||
           (Arrow && Arrow->getOperator() == OO_Arrow &&
            isStrong(Arrow->getArg(0)->getType(), Record));
  }

  void lookAtWork(const Expr &Work, const CallSite &Site,
                  const std::string &By) {
    const FunctionDecl *Body = nullptr;
    if (const auto *Lambda = dyn_cast<LambdaExpr>(&Work))
      Body = capturesThis(*Lambda) ? calledBy(*Lambda) : nullptr;
    else if (std::optional<CallSite> Made = asCall(Work);
             Made && Made->Object && isOwnObject(*Made->Object))
      Body = Context.model().facts().readableDefinition(*Made->Callee);
    lookAtBody(Body, Work, Site, By);
  }

  void lookAtBody(const FunctionDecl *Body, const Expr &Work,
                  const CallSite &Site, const std::string &By) {
    if (!Body || !isCoroutine(*Body) || keepsItself(*Body, Record))
      return;
    std::optional<Suspension> Point;
    if (const Stmt *Use = lateUse(*Body, Context, Point);
        Use && !isAwaited(Site))
      report(Work, Site, By, *Body, *Use, Point);
  }

  static bool capturesThis(const LambdaExpr &Lambda) {
    return llvm::any_of(Lambda.captures(), [](const LambdaCapture &Capture) {
      return Capture.getCaptureKind() == LCK_This;
    });
  }

  /// True if the end of what \p Site starts is awaited in its statement.
  bool isAwaited(const CallSite &Site) {
    return routeOf(*Site.Node, around(), Context.model(), Context.spawns())
               .End == To::Finished;
  }

  const Parents &around() {
    if (!Around)
      Around.emplace(writtenBody(F));
    return *Around;
  }

  void report(const Expr &Work, const CallSite &Site, const std::string &By,
              const FunctionDecl &Body, const Stmt &Use,
              const std::optional<Suspension> &Point) {
    Finding New;
    New.Where = Work.getBeginLoc();
    New.Text = "the task uses its " + quoted(Record.getName()) +
               " after a suspension, and nothing in it keeps the object alive";
    if (!By.empty())
      New.note(Site.where(), "the task is started by " + By);
    if (Point)
      New.note(Point->Where, mention(Body) + " suspends here");
    New.note(Use.getBeginLoc(), "the object is used here" +
                                    std::string(Point ? " afterwards" : ""));
    New.note(New.Where,
             isa<CXXConstructorDecl>(F)
                 ? "start the task where the object has an owner: in "
                   "a function that makes both, and passes it on"
                 : "give the task a strong pointer: capture or pass "
                   "shared_from_this()");
    New.Evidence.push_back(quoted(Record.getName()) +
                           " is shared by counted pointers that it can make "
                           "itself");
    Context.report(std::move(New));
  }

  const FunctionDecl &F;
  const CXXRecordDecl &Record;
  RuleContext &Context;
  std::optional<Parents> Around;
};

//===--- A weak pointer that is not asked again ---------------------------===//

/// What \p F has of weak pointers to its own object; null if none.
const ValueDecl *weakSelf(const FunctionDecl &F, const CXXRecordDecl &Record) {
  for (const ParmVarDecl *P : F.parameters())
    if (isWeak(P->getType().getNonReferenceType(), Record))
      return P;
  const ValueDecl *Found = nullptr;
  auto Look = [&](const ValueDecl *D) {
    if (!Found && D && isa<VarDecl>(D) && isWeak(D->getType(), Record))
      Found = D;
  };
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Look(Ref->getDecl());
    // Made, and never mentioned again.
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        Look(dyn_cast<ValueDecl>(D));
    return !Found;
  });
  return Found;
}

void findForgottenWeak(const FunctionDecl &F, const CXXRecordDecl &Record,
                       RuleContext &Context) {
  const ValueDecl *Weak = isCoroutine(F) ? weakSelf(F, Record) : nullptr;
  if (!Weak)
    return;
  Mentions At;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (isa<CXXThisExpr>(S))
      At[S].push_back({Mention::Kind::Use, 0});
    // A strong pointer, kept in a variable, ends the question.
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D);
            V && isStrong(V->getType(), Record))
          At[S].push_back({Mention::Kind::Forget, 0});
    return true;
  });
  std::vector<CrossedUse> Found =
      findCrossedUses(F, Context.model(), {true}, At);
  if (Found.empty())
    return;
  Finding New;
  New.Where = Found.front().Use->getBeginLoc();
  New.Text = "the object is used after a suspension without asking " +
             quoted(Weak->getName()) + " again; it may be gone";
  New.note(Found.front().Point.Where, "suspends here");
  New.note(New.Where, "lock " + quoted(Weak->getName()) +
                          " after the suspension, and leave if it is empty");
  New.Evidence.push_back(quoted(Weak->getName()) + " is a weak pointer to a " +
                         quoted(Record.getName()));
  Context.report(std::move(New));
}

//===--- A coroutine that others start ------------------------------------===//

/// A member coroutine that nobody can wait for, of which no call is in sight:
/// whoever calls it has the object for the call only.
void findUnheld(const FunctionDecl &F, const CXXRecordDecl &Record,
                RuleContext &Context) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method || !isCoroutine(F) || Method->getParent()->isLambda() ||
      Method->getAccess() == AS_private ||
      Context.model().type(F.getReturnType()).Kind != AsyncKind::Detached ||
      !Context.changes().calls().inSight(F).empty() ||
      Context.changes().calls().isHandedOn(F) || keepsItself(F, Record) ||
      weakSelf(F, Record))
    return;
  std::optional<Suspension> Point;
  const Stmt *Use = lateUse(F, Context, Point);
  if (!Use || !Point)
    return;
  Finding New;
  New.Where = Use->getBeginLoc();
  New.Text = mention(F) + " uses its " + quoted(Record.getName()) +
             " after a suspension, and nothing in it keeps the object alive";
  New.note(Point->Where, "suspends here");
  New.note(F.getLocation(), "nobody can wait for the end of " + mention(F) +
                                "; hold a strong pointer in it");
  New.Evidence.push_back(quoted(Record.getName()) +
                         " is shared by counted pointers that it can make "
                         "itself");
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  for (const LostLoan &Lost : Context.lendings().of(F))
    if (Lost.Late.What == Of::Object &&
        (!Lost.Local || Lost.Route.End == To::Returned))
      reportObject(Lost, Context);
  const CXXRecordDecl *Record = ownClass(F);
  if (!Record || Record->isDependentContext() ||
      !isSharedByItself(*Record, Context.model().facts()) || !writtenBody(F))
    return;
  SharedObject(F, *Record, Context).run();
  findForgottenWeak(F, *Record, Context);
  reportUncheckedLock(F, *Record, Context);
  findUnheld(F, *Record, Context);
}

} // namespace

extern const Rule DanglingThis;
const Rule DanglingThis = {{"coro-dangling-this",
                            "lifetime",
                            "L6",
                            "an object dies before the task of its member",
                            Confidence::Likely,
                            {},
                            Standing::OnRequest},
                           run};

} // namespace corolint
