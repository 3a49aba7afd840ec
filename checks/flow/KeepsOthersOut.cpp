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

  HeldLocks run() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      // While a lock is waited for, it is not held yet.
      if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
        if (isBefore(S->getEndLoc()) && collect(*Declaration))
          return false;
      } else if (const Expr *Operand = awaitedOperand(*S)) {
        if (isBefore(S->getEndLoc()) && locksByHand(*Operand))
          Held.push_back(nullptr);
      }
      // A block that ends before has let go of its guards.
      return !(isa<CompoundStmt>(S) && !holds(*S));
    });
    if (runsUnderLock())
      Held.push_back(nullptr);
    return std::move(Held);
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

  bool collect(const DeclStmt &Declaration) {
    const size_t Before = Held.size();
    for (const Decl *D : Declaration.decls()) {
      const auto *V = dyn_cast<VarDecl>(D);
      if (!V || V->getType()->isDependentType())
        continue;
      if (const auto *Parts = dyn_cast<DecompositionDecl>(V)) {
        if (llvm::any_of(Parts->bindings(), [&](const BindingDecl *B) {
              return isGuard(B->getType());
            }))
          Held.push_back(nullptr);
      } else if (isGuard(V->getType()) || isPermit(*V)) {
        Held.push_back(lockOf(*V));
      }
    }
    return Held.size() != Before;
  }

  /// The member of `*this` that the guard \p V was got from: the only object
  /// that its initialiser names. Null if that is not so plain.
  static const ValueDecl *lockOf(const VarDecl &V) {
    if (!V.getInit() || isChanged(V))
      return nullptr;
    const Expr *Init = withoutCopies(*V.getInit());
    if (const Expr *Operand = awaitedOperand(*Init))
      Init = withoutCopies(*Operand);
    std::optional<CallSite> Site = asCall(*Init);
    if (!Site)
      return nullptr;
    const ValueDecl *Only = nullptr;
    for (unsigned I = 0; I <= Site->Arguments.size(); ++I) {
      const Expr *Named = Site->argument(I);
      if (!Named || !recordOf(stripped(Named)->getType(), true))
        continue;
      const auto *Field = dyn_cast_or_null<FieldDecl>(calledPlace(*Named));
      if (Only || !Field || sharedRoot(*Named) != SharedPlace::By::This)
        return nullptr;
      Only = Field;
    }
    return Only;
  }

  static const Expr *withoutCopies(const Expr &E) {
    const Expr *Node = stripped(&E);
    while (const auto *Construct = dyn_cast<CXXConstructExpr>(Node)) {
      if (Construct->getNumArgs() != 1 ||
          !Construct->getConstructor()->isCopyOrMoveConstructor())
        break;
      Node = stripped(Construct->getArg(0));
    }
    return Node;
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
  HeldLocks Held;
};

} // namespace

HeldLocks heldLocks(const FunctionDecl &F, SourceLocation Where,
                    AsyncModel &Model) {
  return LockSearch(F, Where, Model).run();
}

} // namespace corolint
