#include "rules/lifetime/SharedObject.h"
#include "model/Names.h"
#include "rules/lifetime/KeptAlive.h"
#include "support/AstWalk.h"
#include "support/Parents.h"
#include "support/UnitBodies.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {

using Of = LateUse::Of;
using To = TaskRoute::To;

bool keepsItself(const FunctionDecl &Body, const CXXRecordDecl &Record) {
  if (llvm::any_of(Body.parameters(), [&](const ParmVarDecl *P) {
        return !P->getType()->isReferenceType() &&
               isStrong(P->getType(), Record);
      }))
    return true;
  const Stmt *Written = writtenBody(Body);
  return Written && mentionsStrong(*Written, Record);
}

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

namespace {

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

} // namespace

void findUnkeptTasks(const FunctionDecl &F, const CXXRecordDecl &Record,
                     RuleContext &Context) {
  SharedObject(F, Record, Context).run();
}

} // namespace corolint
