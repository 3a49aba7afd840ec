#include "support/Parents.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

Parents::Parents(const Stmt *Body) {
  if (Body)
    add(*Body);
}

const Stmt *Parents::userOf(const Stmt &S) const {
  const Stmt *User = of(S);
  while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(User))
    User = of(*User);
  return User;
}

void Parents::add(const Stmt &S) {
  forEachEvaluated(S, [&](const Stmt *Part) {
    // The first one counts: a part that is shared was written there.
    if (Part && Up.try_emplace(Part, &S).second)
      add(*Part);
  });
}

} // namespace corolint
