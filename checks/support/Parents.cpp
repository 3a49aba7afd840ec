#include "support/Parents.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

Parents::Parents(const Stmt *Body) {
  if (Body)
    add(*Body);
}

void Parents::add(const Stmt &S) {
  forEachEvaluated(S, [&](const Stmt *Part) {
    // The first one counts: a part that is shared was written there.
    if (Part && Up.try_emplace(Part, &S).second)
      add(*Part);
  });
}

} // namespace corolint
