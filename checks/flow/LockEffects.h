// Which locks a body deals with, and what each of its expressions does to them.
// Whatever mentions a lock in a way that is not understood lets go of it: from
// there on it may be unlocked by somebody else, and nothing is known.

#ifndef COROLINT_FLOW_LOCKEFFECTS_H
#define COROLINT_FLOW_LOCKEFFECTS_H

#include "flow/AccessPath.h"
#include "flow/GuardBox.h"
#include "flow/LockOperations.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>
#include <vector>

namespace corolint {

/// A guard, or a mutex that is locked by hand.
struct LockObject {
  enum class How { GuardVariable, GuardParameter, GuardTemporary, Mutex };
  How Kind = How::GuardVariable;
  clang::SourceLocation Where;  ///< the guard, or the call that locks
  clang::SourceLocation Locked; ///< a later call that locks the guard
  std::string Name;             ///< of the guard or the mutex; may be empty
  std::string Type;
  std::string Evidence;
  bool CanUnlock = false;          ///< the guard has unlock()
  bool Boxed = false;              ///< the guard is in a box, see GuardBox.h
  std::optional<AccessPath> Mutex; ///< of a guard: what it locks, if seen
};

struct LockChange {
  unsigned Target; ///< index into LockEffects::Objects
  LockEffect What;
  unsigned Source = 0; ///< with TakeOver
};

/// The effects in one body. Reads the AST only; the order of things is the
/// business of HeldAcross.
class LockEffects {
public:
  LockEffects(const clang::FunctionDecl &F, AsyncModel &Model);

  std::vector<LockObject> Objects;
  using Changes = llvm::SmallVector<LockChange, 2>;
  llvm::DenseMap<const clang::Stmt *, Changes> AtExpression;
  llvm::DenseMap<const clang::VarDecl *, Changes> AtDeclaration;
  /// Guards by the variable, parameter or temporary that holds them.
  llvm::DenseMap<const clang::VarDecl *, unsigned> Variables;
  llvm::DenseMap<const clang::CXXBindTemporaryExpr *, unsigned> Temporaries;
  /// Temporaries that a suspension makes once it is over.
  llvm::DenseMap<unsigned, const clang::Expr *> ResultOf;
  /// Attempts by the expression whose value tells the outcome.
  llvm::DenseMap<const clang::Stmt *, unsigned> Attempts;
  bool Suspends = false;

  /// The lock that \p Condition asks for, and whether true means held.
  std::optional<std::pair<unsigned, bool>>
  asked(const clang::Expr &Condition) const;

private:
  bool ownsGuard(const clang::VarDecl &V);
  std::optional<unsigned> guardOf(const clang::Expr *E) const;
  std::optional<unsigned> mutexOf(const AccessPath &Path) const;
  unsigned mutexAt(const AccessPath &Path, clang::QualType T,
                   clang::SourceLocation Where, llvm::StringRef Evidence);

  void addVariable(const clang::VarDecl &V, LockObject::How How);
  void addTemporary(const clang::CXXBindTemporaryExpr &Bound);
  void collectObjects(const clang::Stmt &S);
  void collectHandLocks(const clang::Stmt &S);
  void readEffects(const clang::Stmt &S);
  void readDeclaration(const clang::VarDecl &V, unsigned Target);
  void readCall(const CallSite &Site);
  void readCaptures(const clang::LambdaExpr &Lambda);
  void readOwnMethod(const CallSite &Site);
  void readAwaiter(const clang::CoroutineSuspendExpr &Suspend);
  void readMention(const clang::Expr &E);

  LockChange initialChange(unsigned Target, const clang::Expr *Init,
                           Changes *Others);
  LockChange valueChange(unsigned Target, const clang::Expr *Value,
                         Changes *Others);
  LockChange fill(unsigned Target, const Filling &With);
  void understand(const clang::Expr *E);
  bool mentionsPath(const clang::Stmt &Body, const AccessPath &Path);

  const clang::FunctionDecl &F;
  AsyncModel &Model;
  llvm::DenseMap<const clang::Stmt *, bool> Understood;
  llvm::DenseMap<const clang::Stmt *, bool> Discarded;
  llvm::DenseMap<const clang::Stmt *, bool> ByValue;
};

} // namespace corolint

#endif
