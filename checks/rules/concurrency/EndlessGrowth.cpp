#include "rules/concurrency/EndlessGrowth.h"
#include "model/ContainerShape.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "support/Loops.h"
#include "support/Parents.h"
#include "support/UnitBodies.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

/// The variable or member that \p E is, or null.
const ValueDecl *placeOf(const Expr &E) {
  const Expr *Node = stripped(&E);
  if (const auto *Member = dyn_cast<MemberExpr>(Node))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
                   isa<CXXThisExpr>(stripped(Member->getBase()))
               ? Member->getMemberDecl()
               : nullptr;
  return namedVariable(Node);
}

/// The sequence or queue of the standard library that \p S adds an element to,
/// or null. What has keys may get the same one again.
const ValueDecl *addedTo(const Stmt &S) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  if (!Method || !Method->getIdentifier() || !isOfStandardLibrary(*Method) ||
      containerChange(Method->getName()) != ContainerChange::Adds ||
      !Method->getName().contains("_back") ||
      !findMethod(*Method->getParent(), "push_back"))
    return nullptr;
  return placeOf(*Call->getImplicitObjectArgument());
}

/// True if \p Up, around a mention of the container, leaves what is in it.
bool leavesElements(const Stmt *Up) {
  const auto *Member = dyn_cast_or_null<MemberExpr>(Up);
  const auto *Method =
      Member ? dyn_cast<CXXMethodDecl>(Member->getMemberDecl()) : nullptr;
  if (!Method || !Method->getIdentifier())
    return false;
  std::optional<ContainerChange> Change = containerChange(Method->getName());
  return Change ? *Change == ContainerChange::Adds : Method->isConst();
}

/// True if every mention of \p Place in \p Root leaves what is in it.
bool onlyGrowsIn(const Stmt &Root, const ValueDecl &Place) {
  std::optional<Parents> Around;
  bool Grows = true;
  walkEvaluated(&Root, [&](const Stmt *S) {
    const auto *Member = dyn_cast<MemberExpr>(S);
    const auto *Ref = dyn_cast<DeclRefExpr>(S);
    if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
      Grows &= !mentions(*Lambda, Place);
    if ((Member && Member->getMemberDecl() == &Place) ||
        (Ref && Ref->getDecl() == &Place)) {
      if (!Around)
        Around.emplace(&Root);
      Grows &= leavesElements(Around->userOf(*S));
    }
    return Grows;
  });
  return Grows;
}

/// True if all that can name the private \p Member has its body in this unit.
bool isInSight(const FieldDecl &Member) {
  const auto *Record = dyn_cast<CXXRecordDecl>(Member.getParent());
  return Record && Member.getAccess() == AS_private && !Record->hasFriends() &&
         llvm::all_of(Record->methods(), [](const CXXMethodDecl *Method) {
           return Method->isImplicit() || Method->isDefaulted() ||
                  Method->isDeleted() || Method->isDefined();
         });
}

bool onlyGrows(const FunctionDecl &F, const ValueDecl &Place) {
  if (const auto *V = dyn_cast<VarDecl>(&Place))
    return V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
           !V->getType()->isReferenceType() && V->getDeclContext() == &F &&
           onlyGrowsIn(*writtenBody(F), *V);
  const auto *Member = dyn_cast<FieldDecl>(&Place);
  if (!Member || !isInSight(*Member))
    return false;
  bool Grows = true;
  forEachBody(F.getASTContext(), [&](const Stmt &Root, const FunctionDecl *) {
    Grows = Grows && onlyGrowsIn(Root, *Member);
  });
  return Grows;
}

} // namespace

void findEndlessGrowth(const FunctionDecl &F, const Stmt &Loop,
                       const Stmt &Body, RuleContext &Context) {
  if (F.isDependentContext() || mayLeave(Body))
    return;
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  walkEvaluated(&Body, [&](const Stmt *S) {
    const ValueDecl *Place = addedTo(*S);
    // What is made in the loop is gone with the round.
    if (!Place ||
        (isa<VarDecl>(Place) &&
         !Sources.isBeforeInTranslationUnit(Place->getLocation(),
                                            Loop.getBeginLoc())) ||
        !onlyGrows(F, *Place))
      return true;
    Finding New;
    New.Where = cast<Expr>(S)->getExprLoc();
    New.Text = quoted(Place->getName()) +
               " grows in a loop that has no end, and nothing takes anything "
               "out of it";
    New.note(Loop.getBeginLoc(), "this loop has no way out");
    New.note(New.Where, "erase what is done with, or keep it in a scope that "
                        "does");
    New.Evidence.push_back(isa<FieldDecl>(Place)
                               ? "a private member, all of whose uses are in "
                                 "sight"
                               : "a local variable, all of whose uses are in "
                                 "sight");
    Context.report(std::move(New));
    return true;
  });
}

} // namespace corolint
