// What a body uses again after a suspension although it got it before: the
// question behind dangling parameters, stale references and thread state.

#ifndef COROLINT_FLOW_ACROSSSUSPENSION_H
#define COROLINT_FLOW_ACROSSSUSPENSION_H

#include "model/AsyncModel.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include <vector>

namespace corolint {

/// What an expression or declaration does to one of the things that are
/// tracked. Applied when the graph comes to it, after its operands.
struct Mention {
  enum class Kind {
    Use,      ///< looks at it
    UseAtEnd, ///< of a suspension: what is awaited looks at it at its end
    Renew,    ///< gets it (anew): from here on it is as good as what it is of
    Forget,   ///< lets it go
  } What = Kind::Use;
  unsigned Which = 0;
};

/// By the node of the graph: an expression or a DeclStmt.
using Mentions =
    llvm::DenseMap<const clang::Stmt *, llvm::SmallVector<Mention, 1>>;

/// A use that some path reaches over a suspension since it was last renewed.
struct CrossedUse {
  unsigned Which = 0;
  const clang::Stmt *Use = nullptr;
  Suspension Point; ///< the last one before the use on such a path
};

/// The uses of things across suspensions of \p F that may suspend, in source
/// order. Of the things, \p AtEntry are held from the start (parameters), the
/// others once they are renewed. A handler of exceptions begins with what was
/// so where its try block suspended.
std::vector<CrossedUse> findCrossedUses(const clang::FunctionDecl &F,
                                        AsyncModel &Model,
                                        const std::vector<bool> &AtEntry,
                                        const Mentions &At);

} // namespace corolint

#endif
