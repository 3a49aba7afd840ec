#include "flow/Discarded.h"
#include "rules/tasks/DiscardedTask.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

/// True if \p Await is a statement of a block in \p F.
static bool isOwnStatement(const Expr &Await, const FunctionDecl &F) {
  bool Found = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Block = dyn_cast<CompoundStmt>(S))
      Found |= llvm::any_of(Block->body(), [&](const Stmt *Child) {
        const auto *E = dyn_cast<Expr>(Child);
        return E && stripped(E) == &Await;
      });
    return !Found;
  });
  return Found;
}

/// A name that nothing in \p F has, or nothing.
static std::optional<std::string> newName(const FunctionDecl &F) {
  for (StringRef Name : {"guard", "lock", "held"}) {
    auto Has = [Name](const NamedDecl &D) {
      return D.getIdentifier() && D.getName() == Name;
    };
    bool Taken = llvm::any_of(F.parameters(),
                              [&](const ParmVarDecl *P) { return Has(*P); });
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
        Taken |= Has(*Ref->getDecl());
      else if (const auto *Member = dyn_cast<MemberExpr>(S))
        Taken |= Has(*Member->getMemberDecl());
      else if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Declaration->decls())
          if (const auto *Named = dyn_cast<NamedDecl>(D))
            Taken |= Has(*Named);
      return true;
    });
    if (!Taken)
      return Name.str();
  }
  return std::nullopt;
}

static void reportGuard(const Expr &Await, const LockType &Guard,
                        const FunctionDecl &F, RuleContext &Context) {
  Finding New;
  New.Where = Await.getBeginLoc();
  New.Text = "the guard that this co_await gives is dropped; it unlocks at "
             "once";
  New.note(New.Where,
           "keep it in a variable for as long as the lock is needed");
  if (!New.Where.isMacroID() && isOwnStatement(Await, F))
    if (std::optional<std::string> Name = newName(F))
      New.Fix = Insertion{New.Where, "auto " + *Name + " = "};
  New.Evidence.push_back(Guard.Evidence);
  Context.report(std::move(New));
}

static void reportNodiscard(const Expr &Await, const CXXRecordDecl &Class,
                            RuleContext &Context) {
  Finding New;
  New.Where = Await.getBeginLoc();
  New.Text = "the result of this co_await is dropped; " +
             quoted(Context.model().spoken(Await.getType())) +
             " is declared [[nodiscard]]";
  New.note(Class.getLocation(), "declared here");
  New.note(New.Where, "look at it, or cast it to void");
  New.Evidence.push_back("[[nodiscard]] on the class");
  Context.report(std::move(New));
}

/// True if \p F is a member of \p Class: what a guard is made of may do
/// without.
static bool isMemberOf(const FunctionDecl &F, const CXXRecordDecl &Class) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method &&
         Method->getParent()->getCanonicalDecl() == Class.getCanonicalDecl();
}

void findDroppedResults(const FunctionDecl &F, RuleContext &Context) {
  forEachDiscarded(*writtenBody(F), [&](const Expr &E, DiscardedBy How) {
    if (!isa<CoroutineSuspendExpr>(E) || !E.isPRValue() ||
        How != DiscardedBy::Statement)
      return;
    const CXXRecordDecl *Class = recordOf(E.getType());
    if (!Class || Class->isDependentContext() ||
        Context.model().type(E.getType()).MustAwait)
      return;
    const LockType &Guard = Context.model().guard(E.getType());
    if (isMemberOf(F, *Class))
      return;
    if (Guard.Owner != LockOwner::None)
      reportGuard(E, Guard, F, Context);
    else if (Class->hasAttr<WarnUnusedResultAttr>())
      reportNodiscard(E, *Class, Context);
  });
}

} // namespace corolint
