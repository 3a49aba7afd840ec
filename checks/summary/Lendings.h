// What a body lends to tasks that may still need it when it is gone: the
// question of which dangling closures, parameters and `this` are answers.

#ifndef COROLINT_SUMMARY_LENDINGS_H
#define COROLINT_SUMMARY_LENDINGS_H

#include "summary/BlockingSummary.h"
#include "summary/LateUses.h"
#include "summary/TaskRoute.h"

namespace corolint {

/// An object that dies before the task is done that was given it by reference.
struct LostLoan {
  CallSite Call; ///< makes the task, or starts the callable
  LateUse Late;
  const clang::Expr *Lent = nullptr; ///< the argument, object or closure
  /// What dies at the end of its scope; null: a temporary, at the end of the
  /// statement.
  const clang::VarDecl *Local = nullptr;
  TaskRoute Route; ///< of the task, never Unknown, Finished or Scoped
  bool Lazy = false;
  /// What is awaited while the task runs; if that throws, the local dies first.
  const clang::CoawaitExpr *Sibling = nullptr;
  /// The fact about what is called that destroys the closure, or null.
  const FunctionFact *Destroyer = nullptr;
};

/// One per translation unit; remembers what it has seen.
class Lendings {
public:
  Lendings(AsyncModel &Model, SpawnSummary &Spawns, BlockingSummary &Blocking)
      : Model(Model), Spawns(Spawns), Blocking(Blocking), Late(Model) {}

  /// What \p F lends and takes away too early, in the order of its calls. Empty
  /// answers are common and cheap.
  llvm::ArrayRef<LostLoan> of(const clang::FunctionDecl &F);

  LateUses &late() { return Late; }

private:
  class Finder;

  AsyncModel &Model;
  SpawnSummary &Spawns;
  BlockingSummary &Blocking;
  LateUses Late;
  llvm::DenseMap<const clang::FunctionDecl *,
                 std::unique_ptr<std::vector<LostLoan>>>
      Known;
};

} // namespace corolint

#endif
