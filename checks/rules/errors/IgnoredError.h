// The parts of coro-ignored-error, one file each.

#ifndef COROLINT_RULES_ERRORS_IGNOREDERROR_H
#define COROLINT_RULES_ERRORS_IGNOREDERROR_H

#include "rules/Session.h"

namespace corolint {

/// A co_await gives an error, and nobody looks at it.
void findDroppedErrors(const clang::FunctionDecl &F, RuleContext &Context);

/// A loop without end catches everything, also what is to end the coroutine.
void findSwallowedCancellations(const clang::FunctionDecl &F,
                                RuleContext &Context);

/// An unhandled_exception() that does nothing.
void findEmptyUnhandledException(const clang::FunctionDecl &F,
                                 RuleContext &Context);

/// An eager task that is cast to void, and whose coroutine lets failures out.
void findUnobservedFailures(const clang::FunctionDecl &F, RuleContext &Context);

/// A task that throws is let go, and its failure is thrown away.
void findDetachedFailures(const clang::FunctionDecl &F, RuleContext &Context);

} // namespace corolint

#endif
