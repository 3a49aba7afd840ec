// The parts of coro-discarded-task, one for each way to lose a task.

#ifndef COROLINT_RULES_TASKS_DISCARDEDTASK_H
#define COROLINT_RULES_TASKS_DISCARDEDTASK_H

#include "rules/Session.h"

namespace corolint {

/// Results of co_await that are dropped although they matter: guards, which
/// unlock at once, and classes declared [[nodiscard]].
void findDroppedResults(const clang::FunctionDecl &F, RuleContext &Context);

/// Callables that return a task to somebody who throws it away: as a
/// `std::function<void()>`, as the work of a thread, in an algorithm.
void findTasksDroppedByCallees(const clang::FunctionDecl &F,
                               RuleContext &Context);

/// Guards of threads over mutexes of tasks: they drop the awaitable that lock()
/// returns, so that nothing is locked.
void findGuardsThatLockNothing(const clang::FunctionDecl &F,
                               RuleContext &Context);

/// Local containers that tasks are put into and never taken out of.
void findForgottenContainers(const clang::FunctionDecl &F,
                             RuleContext &Context);

/// Lazy tasks that are stored in private members which no member function ever
/// reads.
void findForgottenMembers(const clang::FunctionDecl &F, RuleContext &Context);

} // namespace corolint

#endif
