// The semantic model: asks the AST once, on demand, remembers, can explain.
// The seven questions of docs/internals/design.md, each answer optional.

#ifndef COROLINT_MODEL_ASYNCMODEL_H
#define COROLINT_MODEL_ASYNCMODEL_H

#include "model/AsyncType.h"
#include "model/CallSite.h"
#include "model/Known.h"
#include "model/LockType.h"
#include "model/SharingRank.h"
#include "model/Suspension.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>

namespace corolint {

/// One per translation unit; not thread-safe. References it returns live as
/// long as it does.
class AsyncModel {
public:
  AsyncModel(clang::ASTContext &Context, const KnowledgeBase &Base)
      : Context(Context), Facts(Context, Base) {}

  clang::ASTContext &context() const { return Context; }
  Known &facts() { return Facts; }

  /// What \p T (references and cv aside) is to a coroutine.
  const AsyncType &type(clang::QualType T);

  /// \p S as a suspension of the coroutine it stands in, or nothing.
  std::optional<Suspension> suspension(const clang::Stmt &S) {
    return asSuspension(S, Facts);
  }

  /// The same, but nothing if what is awaited is always ready.
  std::optional<Suspension> realSuspension(const clang::Stmt &S) {
    std::optional<Suspension> Point = suspension(S);
    return Point && !Point->NeverSuspends ? Point : std::nullopt;
  }

  /// Whose lock objects of type \p T hold while they live.
  const LockType &guard(clang::QualType T);

  /// Whose mutex objects of type \p T are.
  const LockType &mutex(clang::QualType T);

  /// How far a value of type \p T may travel between threads.
  SharingRank sharing(clang::QualType T) {
    return classifySharing(T, Facts, Context);
  }

  /// The facts about what \p Site calls.
  const Known::FunctionFacts &facts(const CallSite &Site) {
    return Facts.function(*Site.Callee, Site.ObjectClass);
  }

  /// The definition that \p Site runs and that says what it does, or null.
  const clang::FunctionDecl *definitionToFollow(const CallSite &Site) {
    return Site.Virtual ? nullptr : Facts.definitionToFollow(*Site.Callee);
  }

  /// The fact that makes this call block its thread, or null. Looks at
  /// arguments (zero time-outs), not into bodies.
  const FunctionFact *blocking(const CallSite &Site);

  /// True unless an argument of \p Site takes the flag of \p Fact, or may.
  bool lacksFlag(const FunctionFact &Fact, const CallSite &Site) const;

  /// True if a fact says that \p Callee is trusted not to block.
  bool isTrustedNotToBlock(const CallSite &Site);

  /// The fact that destroying a \p Record blocks, or null.
  const TypeFact *blockingDestructor(const clang::CXXRecordDecl &Record);

  /// \p T as the user would write it.
  std::string spoken(clang::QualType T) const;

  /// The library whose task \p Coroutine returns, or null.
  const KnowledgeBase::Library *libraryOf(const clang::FunctionDecl &Coroutine);

  /// True if \p Object is what a call has just returned, and ready.
  bool isReadyResult(const clang::Expr *Object);

  /// True if what \p Site gives is ready when it is made: by a fact, or because
  /// all that a callee in sight does is to return such a call.
  bool givesReady(const CallSite &Site);

  /// The same of what may be dropped, by a fact about the call or about the one
  /// behind it.
  bool owesNothing(const CallSite &Site);

private:
  /// True if \p Is holds for a fact about \p Site, or about the call whose
  /// result is all that a callee in sight returns.
  bool comesFrom(const CallSite &Site,
                 llvm::function_ref<bool(const FunctionFact &)> Is,
                 unsigned Depth = 3);
  /// True if \p Callee is a coroutine that is done when it returns.
  bool runsToItsEnd(const clang::FunctionDecl &Callee);

  const clang::CXXRecordDecl *keyOf(clang::QualType T) const;
  bool isTask(clang::QualType T);
  bool involvesTask(const CallSite &Site);

  clang::ASTContext &Context;
  Known Facts;
  template <typename T>
  using Cache =
      llvm::DenseMap<const clang::CXXRecordDecl *, std::unique_ptr<T>>;
  Cache<AsyncType> Types;
  Cache<LockType> Guards;
  Cache<LockType> Mutexes;
};

} // namespace corolint

#endif
