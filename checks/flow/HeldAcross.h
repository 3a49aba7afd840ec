// Which thread-bound locks may be held while a coroutine is suspended, by flow:
// guards (variables, parameters, temporaries) and mutexes locked by hand.

#ifndef COROLINT_FLOW_HELDACROSS_H
#define COROLINT_FLOW_HELDACROSS_H

#include "model/AsyncModel.h"
#include <string>
#include <vector>

namespace corolint {

struct HeldLock {
  enum class How { GuardVariable, GuardParameter, GuardTemporary, Mutex };

  How Kind = How::GuardVariable;
  clang::SourceLocation Where; ///< the guard, or the call that locks
  std::string Name;            ///< of the guard or the mutex; may be empty
  std::string Type;
  std::string Evidence;
  bool Certain = true; ///< held on every path that reaches the first point
  std::vector<Suspension> Points; ///< in source order
};

/// The locks of the coroutine \p F, in source order. A lock that escapes to
/// where it cannot be followed is not among them.
std::vector<HeldLock> findHeldAcross(const clang::FunctionDecl &F,
                                     AsyncModel &Model);

} // namespace corolint

#endif
