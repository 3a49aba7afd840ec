// The part of coro-thread-local-across-await about scopes that set something of
// the thread.

#ifndef COROLINT_RULES_STATE_THREADSTATEGUARDS_H
#define COROLINT_RULES_STATE_THREADSTATEGUARDS_H

#include "rules/Session.h"

namespace corolint {

/// Variables of the coroutine \p F whose constructor sets what their destructor
/// sets back, with a suspension in between.
void findThreadStateGuards(const clang::FunctionDecl &F, RuleContext &Context);

/// Why \p Of, a variable or what tells or sets something, belongs to a thread.
std::string evidenceOfThread(const clang::NamedDecl &Of, AsyncModel &Model);

} // namespace corolint

#endif
