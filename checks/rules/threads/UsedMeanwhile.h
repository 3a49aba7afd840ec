// A plain object that a task on another thread and the function that started
// it both use, one of them writing, before anything waits for the task.

#ifndef COROLINT_RULES_THREADS_USEDMEANWHILE_H
#define COROLINT_RULES_THREADS_USEDMEANWHILE_H

#include "rules/Session.h"

namespace corolint {

/// Reports what the lambdas that \p F starts on other threads capture by
/// reference and race for with \p F itself. Silent where a lock, an atomic or
/// a wait is between the two, and about types that nobody knows.
void findUsedMeanwhile(const clang::FunctionDecl &F, RuleContext &Context);

} // namespace corolint

#endif
