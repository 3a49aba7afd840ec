#include "flow/KeepsOthersOut.h"
#include "flow/GuardBox.h"
#include "flow/SharedPlace.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

class LockSearch {
public:
  LockSearch(const FunctionDecl &F, SourceLocation Where, AsyncModel &Model)
      : F(F), Model(Model), Sources(Model.context().getSourceManager()),
        Where(Sources.getExpansionLoc(Where)) {}

  bool run() {
    bool Held = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      // While a lock is waited for, it is not held yet.
      if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        Held |= isBefore(S->getEndLoc()) && declaresGuard(*Declaration);
      else if (const Expr *Operand = awaitedOperand(*S))
        Held |= isBefore(S->getEndLoc()) && locksByHand(*Operand);
      // A block that ends before has let go of its guards.
      return !Held && !(isa<CompoundStmt>(S) && !holds(*S));
    });
    return Held || runsUnderLock();
  }

private:
  bool isBefore(SourceLocation L) const {
    return Sources.isBeforeInTranslationUnit(Sources.getExpansionLoc(L), Where);
  }

  bool holds(const Stmt &Block) const {
    return Sources.isPointWithin(Where,
                                 Sources.getExpansionLoc(Block.getBeginLoc()),
                                 Sources.getExpansionLoc(Block.getEndLoc()));
  }

  bool isGuard(QualType T) {
    return Model.guard(T).Owner != LockOwner::None ||
           !guardInBox(T, Model).isNull();
  }

  bool declaresGuard(const DeclStmt &Declaration) {
    return llvm::any_of(Declaration.decls(), [&](const Decl *D) {
      const auto *V = dyn_cast<VarDecl>(D);
      if (!V || V->getType()->isDependentType())
        return false;
      if (const auto *Parts = dyn_cast<DecompositionDecl>(V))
        return llvm::any_of(Parts->bindings(), [&](const BindingDecl *B) {
          return isGuard(B->getType());
        });
      return isGuard(V->getType()) || isPermit(*V);
    });
  }

  /// What was awaited and then is only there to be destroyed, and what a mutex
  /// or semaphore gave without being awaited, by the words that say so.
  bool isPermit(const VarDecl &V) {
    const CXXRecordDecl *Record = recordOf(V.getType());
    if (!Record || !Record->hasDefinition() || !V.getInit() ||
        Record->hasTrivialDestructor())
      return false;
    const Expr *Init = stripped(V.getInit());
    while (const auto *Construct = dyn_cast<CXXConstructExpr>(Init)) {
      if (Construct->getNumArgs() != 1)
        return false;
      Init = stripped(Construct->getArg(0));
    }
    return awaitedOperand(*Init) ? !mentions(*writtenBody(F), V)
                                 : isAskedOfLock(*Init);
  }

  static bool isAskedOfLock(const Expr &Init) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&Init);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getIdentifier())
      return false;
    static constexpr llvm::StringLiteral Words[] = {"lock", "acquire", "units",
                                                    "permit"};
    return llvm::any_of(Words, [&](StringRef Word) {
      return Method->getName().contains_insensitive(Word);
    });
  }

  /// `co_await m.lock()`, and `co_await s.acquire()` if s.release() comes in
  /// the same body.
  bool locksByHand(const Expr &Operand) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(stripped(&Operand));
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getIdentifier())
      return false;
    const Expr &Object = *Call->getImplicitObjectArgument();
    const CXXRecordDecl *Record = recordOf(Object.getType(), true);
    if (!Record)
      return false;
    if (isLockOfTasks(Object.getType()))
      return Method->getName().contains_insensitive("lock") &&
             !Method->getName().contains_insensitive("unlock");
    const ValueDecl *Place = calledPlace(Object);
    return Place && isGivenBack(*Place);
  }

  /// \p T may point to the lock.
  bool isLockOfTasks(QualType T) {
    T = T.getNonReferenceType();
    return Model.mutex(T->isPointerType() ? T->getPointeeType() : T).Owner ==
           LockOwner::Task;
  }

  bool isGivenBack(const ValueDecl &Place) {
    bool Found = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      const auto *Call = dyn_cast<CXXMemberCallExpr>(S);
      const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
      if (Method && Method->getIdentifier() && Call->getNumArgs() <= 1 &&
          calledPlace(*Call->getImplicitObjectArgument()) == &Place) {
        const StringRef Name = Method->getName();
        Found |= Name == "release" || Name == "signal" || Name == "unlock" ||
                 Name == "post";
      }
      return !Found;
    });
    return Found;
  }

  /// `with_lock(mutex, [] { … })`: \p F is the lambda.
  bool runsUnderLock() {
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    const auto *Around =
        Method && Method->getParent()->isLambda()
            ? dyn_cast_or_null<FunctionDecl>(Method->getParent()
                                                 ->getDeclContext()
                                                 ->getNonClosureAncestor())
            : nullptr;
    const Stmt *Body = Around ? writtenBody(*Around) : nullptr;
    return Body && isHandedWithLock(*Body, *Method->getParent());
  }

  bool isHandedWithLock(const Stmt &Body, const CXXRecordDecl &Closure) {
    bool Found = false;
    walkEvaluated(&Body, [&](const Stmt *S) {
      if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
        if (const Stmt *Inner = writtenBody(*Lambda->getCallOperator()))
          Found |= isHandedWithLock(*Inner, Closure);
      if (std::optional<CallSite> Site = asCall(*S))
        Found |= takes(*Site, Closure) && takesLock(*Site);
      return !Found;
    });
    return Found;
  }

  static bool takes(const CallSite &Site, const CXXRecordDecl &Closure) {
    return llvm::any_of(Site.Arguments, [&](const Expr *Argument) {
      const CXXRecordDecl *Record = recordOf(stripped(Argument)->getType());
      return Record && Record->getCanonicalDecl() == Closure.getCanonicalDecl();
    });
  }

  bool takesLock(const CallSite &Site) {
    auto IsLock = [&](const Expr *E) {
      const CXXRecordDecl *Record =
          E ? recordOf(stripped(E)->getType(), true) : nullptr;
      return Record && Record->hasDefinition() &&
             (isLockOfTasks(stripped(E)->getType()) ||
              findMethod(*Record, "signal") ||
              (findMethod(*Record, "acquire") &&
               findMethod(*Record, "release")));
    };
    return IsLock(Site.Object) || llvm::any_of(Site.Arguments, IsLock);
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  const SourceManager &Sources;
  SourceLocation Where;
};

} // namespace

bool mayHoldLock(const FunctionDecl &F, SourceLocation Where,
                 AsyncModel &Model) {
  return LockSearch(F, Where, Model).run();
}

} // namespace corolint
