#include "model/AsyncType.h"
#include "model/CoroutineHandle.h"
#include "model/Names.h"
#include "rules/authoring/PromiseContract.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {
namespace {

enum class Second { None, Copy, Move };

/// How a second object gets the handle of a \p Record without its author having
/// thought of it: by a copy or move that the compiler writes.
Second secondOwner(const CXXRecordDecl &Record) {
  bool Copies = false, Moves = false;
  if (Record.needsImplicitCopyConstructor())
    Copies = !Record.defaultedCopyConstructorIsDeleted() &&
             !Record.hasUserDeclaredMoveConstructor() &&
             !Record.hasUserDeclaredMoveAssignment();
  for (const CXXConstructorDecl *C : Record.ctors()) {
    if (C->isDeleted() || !C->isDefaulted())
      continue;
    Copies |= C->isCopyConstructor();
    Moves |= C->isMoveConstructor();
  }
  return Copies ? Second::Copy : Moves ? Second::Move : Second::None;
}

/// True if \p S stores the address of the object that is being made, or hands
/// it to a function.
const Expr *addressGivenAway(const Stmt &S) {
  auto IsThis = [](const Expr *E) {
    return E && isa<CXXThisExpr>(E->IgnoreParenImpCasts());
  };
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S))
    return Assign->getOpcode() == BO_Assign && IsThis(Assign->getRHS()) &&
                   !isOwnMember(Assign->getLHS())
               ? Assign->getRHS()
               : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(&S))
    for (const Expr *Argument : Call->arguments())
      if (IsThis(Argument))
        return Argument;
  return nullptr;
}

bool canMove(const CXXRecordDecl &Record) {
  if (Record.hasUserDeclaredCopyConstructor() ||
      Record.hasUserDeclaredMoveConstructor())
    return false;
  return Record.needsImplicitCopyConstructor()
             ? !Record.defaultedCopyConstructorIsDeleted()
             : llvm::any_of(Record.ctors(), [](const CXXConstructorDecl *C) {
                 return C->isCopyOrMoveConstructor() && !C->isDeleted();
               });
}

} // namespace

void findDestroyedTwice(const CXXDestructorDecl &Destructor,
                        RuleContext &Context) {
  const CXXRecordDecl &Record = *Destructor.getParent();
  const FieldDecl *Handle =
      Destructor.getBody() ? destroyedMember(Destructor) : nullptr;
  if (!Handle || Record.isDependentContext())
    return;
  const Second Owner = secondOwner(Record);
  if (Owner == Second::None)
    return;
  const std::string Verb = Owner == Second::Copy ? "copy" : "move";
  Finding New;
  New.Where = Record.getLocation();
  New.Text = "a " + Verb + " of " + quoted(unqualifiedName(Record)) +
             " keeps the same handle; both objects destroy the coroutine";
  New.note(Destructor.getLocation(),
           "the destructor destroys " + quoted(Handle->getName()));
  New.note(New.Where,
           "delete the copy constructor, and write a move constructor that "
           "leaves the other handle empty");
  New.Evidence.push_back("its " + Verb +
                         " constructor is written by the compiler");
  Context.report(std::move(New));
}

void findOwnAddress(const CXXConstructorDecl &Constructor,
                    RuleContext &Context) {
  const CXXRecordDecl &Record = *Constructor.getParent();
  if (!Constructor.getBody() || Record.isDependentContext() ||
      !isAwaiter(Record) || !canMove(Record))
    return;
  const Expr *Given = nullptr;
  walkEvaluated(Constructor.getBody(), [&](const Stmt *S) {
    if (!Given)
      Given = addressGivenAway(*S);
    return !Given;
  });
  if (!Given)
    return;
  Finding New;
  New.Where = Given->getExprLoc();
  New.Text = "the constructor of awaiter " + quoted(unqualifiedName(Record)) +
             " hands out its address; once it is copied or moved, that leads "
             "to an object that is gone";
  New.note(Record.getLocation(),
           quoted(unqualifiedName(Record)) + " can be copied or moved");
  New.note(New.Where, "do it in 'await_suspend', when the awaiter stays where "
                      "it is, or delete the copy constructor");
  New.Evidence.push_back("has the three members of an awaiter");
  Context.report(std::move(New));
}

} // namespace corolint
