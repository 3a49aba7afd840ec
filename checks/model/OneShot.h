// What is left of a task once it was awaited or moved from, as far as its type
// tells: by the qualifiers of its operator co_await, by the bodies of its
// awaiter, by knowledge.

#ifndef COROLINT_MODEL_ONESHOT_H
#define COROLINT_MODEL_ONESHOT_H

#include "model/AsyncModel.h"

namespace corolint {

enum class Left {
  Unknown, ///< perhaps everything
  Nothing, ///< it is empty
  Ended,   ///< a coroutine that has ended, which a co_await resumes once more
  NoValue, ///< the result was moved out
};

/// What \p Await, whose operand is the variable \p Task, leaves in it.
Left leftByAwait(const clang::CoroutineSuspendExpr &Await,
                 const clang::VarDecl &Task, AsyncModel &Model);

/// True if a task of type \p T that was moved from is visibly empty.
bool isEmptyOnceMoved(clang::QualType T, AsyncModel &Model);

/// True if \p Construct is a default constructor that puts no work into the
/// task it makes.
bool makesEmpty(const clang::CXXConstructExpr &Construct, AsyncModel &Model);

/// True if \p Await may do well on an empty task: it asks for that, or cannot
/// be looked into.
bool mayAwaitEmpty(const clang::CoroutineSuspendExpr &Await, clang::QualType T,
                   AsyncModel &Model);

} // namespace corolint

#endif
