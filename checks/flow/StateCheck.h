// What a condition finds out about a place: that it is empty, that a flag is
// set, that a number is below a limit.

#ifndef COROLINT_FLOW_STATECHECK_H
#define COROLINT_FLOW_STATECHECK_H

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace corolint {

struct StateCheck {
  enum class Finds {
    Empty, ///< null, no value, no such element
    Clear, ///< a flag that is false
    Set,   ///< a flag that is true
    Limit, ///< a number compared with another
    There, ///< not null: a pointer, a handle or an optional
    Last,  ///< something about the last element
  } What = Finds::Empty;
  const clang::Expr *Place = nullptr; ///< as the condition names it
};

/// True for nullptr and std::nullopt: what a place is compared with, or set to,
/// that is to be empty.
bool isNothing(const clang::Expr &Value);

/// What is known of which places where \p Condition turned out \p Truth.
llvm::SmallVector<StateCheck, 2> checksIn(const clang::Expr &Condition,
                                          bool Truth);

} // namespace corolint

#endif
