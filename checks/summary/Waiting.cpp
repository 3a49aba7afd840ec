#include "summary/Waiting.h"
#include "flow/LockOperations.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

/// The kinds of blocking that end when other work has gone on, or may have: who
/// sleeps gives it time.
static constexpr BlockKind Waits[] = {BlockKind::Wait, BlockKind::Lock,
                                      BlockKind::Sleep, BlockKind::EventLoop};

/// True if whoever gets a \p T may wait for a task by it: what can be changed,
/// and what is moved in.
static bool mayJoin(QualType T) {
  if (T->isRValueReferenceType())
    T = T.getNonReferenceType();
  if (T->isReferenceType() || T->isPointerType())
    return !T->getPointeeType().isConstQualified() &&
           T->getPointeeType()->isRecordType();
  const CXXRecordDecl *Record = recordOf(T);
  return Record && Record->hasDefinition() && !Record->hasTrivialDestructor() &&
         !Record->hasSimpleCopyConstructor() &&
         llvm::none_of(Record->ctors(), [](const CXXConstructorDecl *C) {
           return C->isCopyConstructor() && !C->isDeleted();
         });
}

/// True if the body of what \p Site calls waits; of a body that nobody can
/// read, if it gets an object that could make it wait.
static bool waitsInside(const CallSite &Site, AsyncModel &Model,
                        BlockingSummary &Blocking) {
  if (const FunctionDecl *Body = Model.facts().readableDefinition(*Site.Callee);
      Body && !Site.Virtual) {
    BlockingQuery Query;
    for (BlockKind Kind : Waits)
      Query.Kinds.insert(Kind);
    return !Blocking.callsIn(*Body, Query).empty();
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
  if (Method && Method->isInstance() && !Method->isConst() &&
      !Method->getParent()->isLambda())
    return true;
  return llvm::any_of(Site.Callee->parameters(), [](const ParmVarDecl *P) {
    return mayJoin(P->getType());
  });
}

bool mayWait(const Stmt &S, AsyncModel &Model, BlockingSummary &Blocking) {
  if (Model.suspension(S))
    return true;
  std::optional<CallSite> Site = asCall(S);
  if (!Site)
    return false;
  if (const FunctionFact *Fact = Model.blocking(*Site);
      Fact && Fact->Blocks && llvm::is_contained(Waits, *Fact->Blocks))
    return true;
  if (!lockOperations(*Site, false, Model).empty())
    return true;
  const auto *Construct = dyn_cast<CXXConstructExpr>(Site->Node);
  if (Construct && isThreadGuard(Construct->getType(), Model))
    return true;
  // Whoever asks an atomic object waits for what is told by it. Its members may
  // be those of a base, which tells less.
  if (Site->Object &&
      Model.sharing(stripped(Site->Object)->getType().getNonReferenceType())
              .Rank == Sharing::Synchronised)
    return true;
  return !isOfStandardLibrary(*Site->Callee) &&
         waitsInside(*Site, Model, Blocking);
}

} // namespace corolint
