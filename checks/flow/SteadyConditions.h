// Branch conditions that a body asks more than once and whose answer cannot
// change in between: `if (locked) ...; if (locked) ...`.

#ifndef COROLINT_FLOW_STEADYCONDITIONS_H
#define COROLINT_FLOW_STEADYCONDITIONS_H

#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"

namespace corolint {

/// The answers to such conditions, in every combination: a combination is a
/// world, counted from 0. Only local variables and members that the body does
/// not change, constants and what is computed from them are understood; of more
/// than MaxConditions conditions those that come first count.
class SteadyConditions {
public:
  SteadyConditions() = default;
  SteadyConditions(const clang::CFG &Graph, clang::ASTContext &Context);

  unsigned worlds() const { return 1U << Count; }

  /// False if leaving \p Block by its successor number \p Successor contradicts
  /// the answers of \p World.
  bool allows(unsigned World, const clang::CFGBlock &Block,
              unsigned Successor) const;

private:
  static constexpr unsigned MaxConditions = 3;
  struct Question {
    unsigned Condition;
    bool Negated;
  };
  llvm::DenseMap<const clang::CFGBlock *, Question> Asked;
  unsigned Count = 0;
};

} // namespace corolint

#endif
