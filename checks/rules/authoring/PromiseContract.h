// The parts of coro-promise-contract, one for each kind of code that an author
// of coroutine types writes.

#ifndef COROLINT_RULES_AUTHORING_PROMISECONTRACT_H
#define COROLINT_RULES_AUTHORING_PROMISECONTRACT_H

#include "rules/Session.h"

namespace corolint {

/// \p Suspend, an await_suspend: a handle that is lost, an awaiter that is
/// touched after its coroutine may go on, a coroutine that is resumed inside.
void findBrokenSuspend(const clang::CXXMethodDecl &Suspend,
                       RuleContext &Context);

/// \p Constructor of an awaiter that hands out its own address although the
/// awaiter can be moved.
void findOwnAddress(const clang::CXXConstructorDecl &Constructor,
                    RuleContext &Context);

/// \p Destructor that destroys a coroutine in a class whose copies do as well.
void findDestroyedTwice(const clang::CXXDestructorDecl &Destructor,
                        RuleContext &Context);

/// \p Assignment that overwrites the handle which the destructor destroys.
void findOverwritten(const clang::CXXMethodDecl &Assignment,
                     RuleContext &Context);

/// What gets the coroutine from \p Method, a get_return_object, and never
/// destroys it.
void findNeverDestroyed(const clang::CXXMethodDecl &Method,
                        RuleContext &Context);

/// Handles in \p F of coroutines that are done, or destroyed, and are used.
void findMisusedHandles(const clang::FunctionDecl &F, RuleContext &Context);

/// The promise of \p Method, its get_return_object: a final_suspend that may
/// throw, a lazy task that is not [[nodiscard]].
void findBrokenPromise(const clang::CXXMethodDecl &Method,
                       RuleContext &Context);

} // namespace corolint

#endif
