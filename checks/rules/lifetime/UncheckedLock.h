// A weak pointer that is asked again after a suspension, where nobody looks at
// the answer: a part of coro-dangling-this.

#ifndef COROLINT_RULES_LIFETIME_UNCHECKEDLOCK_H
#define COROLINT_RULES_LIFETIME_UNCHECKEDLOCK_H

#include "rules/Rule.h"

namespace corolint {

/// Reports where the coroutine \p F, of \p Record, follows what it got from a
/// weak pointer to such an object without asking whether it is empty.
void reportUncheckedLock(const clang::FunctionDecl &F,
                         const clang::CXXRecordDecl &Record,
                         RuleContext &Context);

} // namespace corolint

#endif
