// The part of coro-unbounded-spawn about queues and lists that only grow.

#ifndef COROLINT_RULES_CONCURRENCY_ENDLESSGROWTH_H
#define COROLINT_RULES_CONCURRENCY_ENDLESSGROWTH_H

#include "rules/Session.h"

namespace corolint {

/// Containers into which each round of \p Loop puts something, an endless loop
/// with the body \p Body in the coroutine \p F, and from which nothing in sight
/// takes anything.
void findEndlessGrowth(const clang::FunctionDecl &F, const clang::Stmt &Loop,
                       const clang::Stmt &Body, RuleContext &Context);

} // namespace corolint

#endif
