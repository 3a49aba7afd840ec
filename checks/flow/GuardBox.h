// Guards that are kept in a box: std::optional, std::unique_ptr and whatever
// looks like them. The variable may be empty, and be filled and emptied again.

#ifndef COROLINT_FLOW_GUARDBOX_H
#define COROLINT_FLOW_GUARDBOX_H

#include "flow/LockOperations.h"

namespace corolint {

/// The type of the guard that an object of type \p T may hold, or null: of a
/// class template with this argument, with reset() and with operator* or ->.
clang::QualType guardInBox(clang::QualType T, AsyncModel &Model);

/// \p E without the `*`, `->` or value() that opens a box, or \p E.
const clang::Expr *unboxed(const clang::Expr *E, AsyncModel &Model);

/// How a box is left by an initialiser or by what is assigned to it, and the
/// guard that is moved into it, if there is one.
struct Filling {
  LockEffect What = LockEffect::Release;
  const clang::Expr *Taken = nullptr;
};
Filling fillingOf(const clang::Expr &Init, AsyncModel &Model);

/// What the member call \p Site on a box does to it: emplace(...), reset(...),
/// release(). Nothing if it is none of them.
std::optional<Filling> boxOperation(const CallSite &Site, AsyncModel &Model);

} // namespace corolint

#endif
