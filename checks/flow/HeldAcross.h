// Which thread-bound locks may be held while a coroutine is suspended, by flow:
// guards (variables, parameters, temporaries) and mutexes locked by hand.

#ifndef COROLINT_FLOW_HELDACROSS_H
#define COROLINT_FLOW_HELDACROSS_H

#include "flow/LockEffects.h"

namespace corolint {

struct HeldLock {
  LockObject Lock;
  bool Certain = true; ///< held on every path that reaches the points
  std::vector<Suspension> Points; ///< in source order
};

/// The locks of the coroutine \p F, in source order. A lock that escapes to
/// where it cannot be followed is not among them.
std::vector<HeldLock> findHeldAcross(const clang::FunctionDecl &F,
                                     AsyncModel &Model);

} // namespace corolint

#endif
