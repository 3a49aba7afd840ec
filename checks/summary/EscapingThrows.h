// The exceptions that visibly leave a coroutine: a throw expression in its
// body, or in a coroutine in sight that it awaits, which no handler around it
// may catch.

#ifndef COROLINT_SUMMARY_ESCAPINGTHROWS_H
#define COROLINT_SUMMARY_ESCAPINGTHROWS_H

#include "model/AsyncModel.h"
#include "llvm/ADT/DenseMap.h"
#include <vector>

namespace corolint {

struct EscapingThrow {
  const clang::CXXThrowExpr *Thrown;
  clang::QualType Type; ///< null if it is not known
};

/// Remembers what it has seen of each coroutine.
class EscapingThrows {
public:
  explicit EscapingThrows(AsyncModel &Model) : Model(Model) {}

  /// In source order, what is awaited where the co_await stands. Empty if the
  /// coroutine \p F promises not to throw, or its promise keeps failures from
  /// whoever could see them: it ends the program, or does nothing.
  const std::vector<EscapingThrow> &of(const clang::FunctionDecl &F);

private:
  AsyncModel &Model;
  llvm::DenseMap<const clang::FunctionDecl *,
                 std::unique_ptr<std::vector<EscapingThrow>>>
      Known;
};

} // namespace corolint

#endif
