// Where this translation unit changes a member or a variable that outlives the
// call, and whether that may happen while a given coroutine is suspended.

#ifndef COROLINT_SUMMARY_STATECHANGES_H
#define COROLINT_SUMMARY_STATECHANGES_H

#include "flow/KeepsOthersOut.h"
#include "model/AsyncModel.h"
#include "model/ContainerShape.h"
#include "summary/UnitCalls.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <vector>

namespace corolint {

struct StateChange {
  const clang::Expr *Node = nullptr;
  const clang::FunctionDecl *In = nullptr; ///< function or lambda; may be null
  ContainerChange What = ContainerChange::Replaces;
  bool ByItself = false; ///< in the very coroutine that was asked about
  /// The function that changes it if Node only passes it on, and where.
  const clang::FunctionDecl *Within = nullptr;
  const clang::Expr *WithinNode = nullptr;
};

/// Who runs a function that changes something.
enum class RunBy {
  Nobody, ///< before and after all others: construction, destruction
  Itself, ///< the coroutine that is asked about
  Others, ///< whoever calls it
  Tasks,  ///< a coroutine or a callback, in its own time
};

/// One per translation unit. All its bodies but those in system headers are
/// read at the first question.
class StateChanges {
public:
  explicit StateChanges(AsyncModel &Model)
      : Model(Model), Calls(Model.context()) {}

  /// Every change of the member or variable \p What in sight.
  llvm::ArrayRef<StateChange> of(const clang::ValueDecl &What);

  /// Who, seen from \p Asking, runs \p Changer.
  RunBy runBy(const clang::FunctionDecl *Changer,
              const clang::FunctionDecl &Asking);

  /// True if two calls of \p F may be on their way at the same time: it is
  /// started, not awaited, in more than one place or again and again.
  bool isEnteredAgain(const clang::FunctionDecl &F);

  /// True if every call of \p F in sight is on an object that its caller has
  /// made for itself.
  bool isOnOwnObjects(const clang::FunctionDecl &F);

  /// True if \p F is called in one place, once, by a constructor, by `main` or
  /// by a function that runs once itself.
  bool runsOnce(const clang::FunctionDecl &F);

  /// True if \p Change may come while somebody else holds \p Locks: the way to
  /// it, as far as it is in sight, takes none of them.
  bool mayHappenUnder(const HeldLocks &Locks, const StateChange &Change);

  UnitCalls &calls() { return Calls; }

private:
  class Collector;
  using Callers = llvm::SmallPtrSet<const clang::FunctionDecl *, 8>;

  RunBy runBy(const clang::FunctionDecl *Changer,
              const clang::FunctionDecl &Asking, Callers &Seen);
  bool runsOnce(const clang::FunctionDecl &F, Callers &Seen);
  bool isKeptOut(const HeldLocks &Locks, const clang::FunctionDecl &F,
                 const clang::Expr &Node);
  bool isReachedWithout(const HeldLocks &Locks, const clang::FunctionDecl &F,
                        const clang::Expr &Node, Callers &Seen);

  AsyncModel &Model;
  UnitCalls Calls;
  bool Collected = false;
  llvm::DenseMap<clang::SourceLocation, std::vector<StateChange>> Changes;
};

} // namespace corolint

#endif
