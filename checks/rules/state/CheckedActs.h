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
};

/// The pairs in the body of \p F whose act undoes what its check found: fills
/// what is empty, sets a flag that is clear, counts below a limit.
std::vector<CheckedAct> checkedActs(const clang::FunctionDecl &F);

} // namespace corolint

#endif
