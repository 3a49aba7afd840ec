// Changes of a place that stand under a check of the same place: the two halves
// of "if it is not there, make it".

#ifndef COROLINT_RULES_STATE_CHECKEDACTS_H
#define COROLINT_RULES_STATE_CHECKEDACTS_H

#include "flow/AccessPath.h"
#include "flow/StateCheck.h"
#include <vector>

namespace corolint {

struct CheckedAct {
  AccessPath Place;
  StateCheck Check;
  const clang::Expr *Act = nullptr;   ///< the assignment or call
  const clang::Expr *Named = nullptr; ///< the place, as the act names it
  bool Inserts = false;               ///< leaves alone what is there
  /// Where Act is the call of a member function that does it: the function, and
  /// what in its body fills or sets the place.
  const clang::FunctionDecl *Within = nullptr;
  const clang::Expr *Inner = nullptr;
};

/// The pairs in the body of \p F whose act undoes what its check found: fills
/// what is empty, empties what is there, sets a flag that is clear, counts
/// below a limit, adds behind an element that is the last.
std::vector<CheckedAct> checkedActs(const clang::FunctionDecl &F);

} // namespace corolint

#endif
