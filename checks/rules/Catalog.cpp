#include "rules/Rule.h"

namespace corolint {

#define COROLINT_RULE(Variable, Name) extern const Rule Variable;
#include "rules/catalog.def"
#undef COROLINT_RULE

llvm::ArrayRef<const Rule *> allRules() {
  static const Rule *const All[] = {
#define COROLINT_RULE(Variable, Name) &Variable,
#include "rules/catalog.def"
#undef COROLINT_RULE
  };
  return All;
}

} // namespace corolint
