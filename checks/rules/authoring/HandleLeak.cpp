#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "model/PromiseShape.h"
#include "rules/authoring/PromiseContract.h"
#include "support/AstWalk.h"
#include "support/Parents.h"
#include "support/UnitBodies.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

//===--- A handle that is overwritten ---===//

/// True if \p S calls a member function of the own object, or its destructor.
bool callsOwnMember(const Stmt &S) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
  return Call && isa<CXXThisExpr>(stripped(Call->getImplicitObjectArgument()));
}

/// The assignment to \p Member in \p Body if that is all that is done with the
/// member and the object; null otherwise.
const Expr *onlyAssigned(const Stmt &Body, const FieldDecl &Member) {
  const Expr *Assigned = nullptr;
  unsigned Mentions = 0;
  bool Other = false;
  walkEvaluated(&Body, [&](const Stmt *S) {
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(S);
        Assign && Assign->getOperator() == OO_Equal &&
        isOwnMember(Assign->getArg(0)))
      if (const auto *Target =
              dyn_cast<MemberExpr>(stripped(Assign->getArg(0)));
          Target->getMemberDecl() == &Member)
        Assigned = Assign;
    if (const auto *Ref = dyn_cast<MemberExpr>(S))
      Mentions += Ref->getMemberDecl() == &Member && isOwnMember(Ref);
    Other |= callsOwnMember(*S) || isa<LambdaExpr>(S);
    return true;
  });
  return Mentions == 1 && !Other ? Assigned : nullptr;
}

//===--- A handle that nobody destroys ---===//

/// True if something outside of system headers destroys any coroutine, or
/// anything else by that name.
bool destroysAny(const ASTContext &Context) {
  bool Found = false;
  forEachBody(Context, [&](const Stmt &Root, const FunctionDecl *) {
    if (!Found)
      walkEvaluated(&Root, [&](const Stmt *S) {
        DeclarationName Name;
        if (const auto *Member = dyn_cast<MemberExpr>(S))
          Name = Member->getMemberDecl()->getDeclName();
        else if (const auto *Later = dyn_cast<CXXDependentScopeMemberExpr>(S))
          Name = Later->getMember();
        Found |= Name.isIdentifier() && Name.getAsIdentifierInfo() &&
                 Name.getAsIdentifierInfo()->isStr("destroy");
        return !Found;
      });
  });
  return Found;
}

/// The only member of \p Made that is a handle, as \p Written has it; null if
/// there is none.
const FieldDecl *handleMember(const CXXRecordDecl &Made,
                              const CXXRecordDecl &Written) {
  const FieldDecl *Found = nullptr;
  for (const FieldDecl *Field : Made.fields()) {
    if (!isHandle(Field->getType()) || Field->getType()->isReferenceType())
      continue;
    if (Found)
      return nullptr;
    Found = Field;
  }
  for (const FieldDecl *Field : Written.fields())
    if (Found && Field->getName() == Found->getName())
      return Field;
  return nullptr;
}

/// True if the coroutine stays suspended at its end until somebody destroys it.
bool staysAtItsEnd(const CXXRecordDecl &Promise, Known &Facts) {
  const CXXMethodDecl *Final = findMethod(Promise, "final_suspend");
  const CXXRecordDecl *Awaiter =
      Final ? recordOf(Final->getReturnType()) : nullptr;
  return Awaiter && parksForever(*Awaiter, Facts);
}

bool isMember(const Expr *E, const FieldDecl &Field) {
  const auto *Member = dyn_cast<MemberExpr>(stripped(E));
  return Member && Member->getMemberDecl() == &Field;
}

/// True if \p Up, around a mention of \p Handle, asks or resumes it, or takes
/// it from another object of the class.
bool staysWithin(const Stmt *Up, const FieldDecl &Handle) {
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up))
    return Operator->getOperator() == OO_Call ||
           (Operator->getOperator() == OO_Equal &&
            isMember(Operator->getArg(0), Handle));
  DeclarationName Asked;
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(Up))
    Asked = Member->getMemberDecl()->getDeclName();
  else if (const auto *Later =
               dyn_cast_or_null<CXXDependentScopeMemberExpr>(Up))
    Asked = Later->getMember();
  const IdentifierInfo *Name =
      Asked.isIdentifier() ? Asked.getAsIdentifierInfo() : nullptr;
  return Name && (Name->isStr("resume") || Name->isStr("done") ||
                  Name->isStr("promise"));
}

/// True if a member function of \p Record may hand on \p Handle: it does more
/// than to ask or resume it, or has a body that nobody can read.
bool mayGiveAway(const CXXRecordDecl &Record, const FieldDecl &Handle) {
  for (const CXXMethodDecl *Method : Record.methods()) {
    if (Method->isImplicit() || Method->isDefaulted() || Method->isDeleted())
      continue;
    const FunctionDecl *Definition = nullptr;
    if (!Method->hasBody(Definition))
      return true;
    const Parents Around(writtenBody(*Definition));
    bool Given = false;
    walkEvaluated(writtenBody(*Definition), [&](const Stmt *S) {
      const auto *Mention = dyn_cast<MemberExpr>(S);
      Given |= Mention && Mention->getMemberDecl() == &Handle &&
               !staysWithin(Around.userOf(*Mention), Handle);
      return !Given;
    });
    if (Given)
      return true;
  }
  return false;
}

/// True if nobody but \p Record itself can reach \p Handle.
bool isItsOwn(const CXXRecordDecl &Record, const FieldDecl &Handle) {
  return Handle.getAccess() == AS_private && !Record.hasFriends();
}

} // namespace

void findOverwritten(const CXXMethodDecl &Assignment, RuleContext &Context) {
  const CXXRecordDecl &Record = *Assignment.getParent();
  const CXXDestructorDecl *Destructor = Record.getDestructor();
  const Stmt *Body =
      Assignment.isDefaulted() ? nullptr : writtenBody(Assignment);
  const FunctionDecl *Ends = nullptr;
  if (!Body || Record.isDependentContext() || !Destructor ||
      !Destructor->hasBody(Ends))
    return;
  const FieldDecl *Handle = destroyedMember(*cast<CXXDestructorDecl>(Ends));
  const Expr *Overwrites = Handle ? onlyAssigned(*Body, *Handle) : nullptr;
  if (!Overwrites)
    return;
  Finding New;
  New.Where = Overwrites->getExprLoc();
  New.Text = "this assignment overwrites " + quoted(Handle->getName()) +
             "; the coroutine that it had is never destroyed";
  New.note(Ends->getLocation(), "only the destructor destroys it");
  New.note(New.Where, "destroy the coroutine first, or swap the two handles");
  New.Evidence.push_back("nothing else is done with the handle before");
  Context.report(std::move(New));
}

void findNeverDestroyed(const CXXMethodDecl &Method, RuleContext &Context) {
  Known &Facts = Context.model().facts();
  const CXXRecordDecl *Made = recordOf(Method.getReturnType());
  if (!Made || !Made->hasDefinition() || Made->isDependentContext() ||
      Facts.foreign().contains(*Made))
    return;
  const CXXRecordDecl &Record = writtenClass(*Made->getDefinition());
  const FieldDecl *Handle = handleMember(*Made->getDefinition(), Record);
  if (!Handle || Record.hasUserDeclaredDestructor() ||
      !isItsOwn(Record, *Handle) || mayGiveAway(Record, *Handle) ||
      !staysAtItsEnd(*Method.getParent(), Facts) ||
      destroysAny(Method.getASTContext()))
    return;
  Finding New;
  New.Where = Record.getLocation();
  New.Text = quoted(unqualifiedName(Record)) +
             " is all that knows its coroutine, and nothing destroys that; "
             "each call leaves a frame behind";
  New.note(findMethod(*Method.getParent(), "final_suspend")->getLocation(),
           "at its end the coroutine stays suspended");
  New.note(New.Where, "destroy the coroutine in the destructor of " +
                          quoted(unqualifiedName(Record)));
  New.Evidence.push_back(quoted(Handle->getName()) +
                         " is private, and is only asked and resumed");
  Context.report(std::move(New));
}

} // namespace corolint
