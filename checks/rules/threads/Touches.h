// What a body reads and writes: each mention of a local variable or of a member
// of `*this`, directly or through what was lent of it.

#ifndef COROLINT_RULES_THREADS_TOUCHES_H
#define COROLINT_RULES_THREADS_TOUCHES_H

#include "flow/Loans.h"
#include "model/AsyncModel.h"
#include <vector>

namespace corolint {

struct Touch {
  enum class Kind {
    Nothing, ///< names it only
    Size,    ///< asks for what no change of an element changes
    Read,
    Write,
  } What = Kind::Nothing;
  Place Where;
  const clang::Expr *Mention = nullptr; ///< DeclRefExpr or CXXThisExpr

  bool writes() const { return What == Kind::Write; }

  /// True if the two at the same time are a data race.
  bool races(const Touch &Other) const;
};

/// The touches in \p Body, in source order, up to the first statement for
/// which \p Ends holds.
std::vector<Touch>
touchesIn(const clang::Stmt *Body, Loans &Lent, AsyncModel &Model,
          llvm::function_ref<bool(const clang::Stmt &)> Ends);

} // namespace corolint

#endif
