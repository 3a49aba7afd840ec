// The options and words that the two blocking rules share.

#ifndef COROLINT_RULES_BLOCKING_BLOCKINGOPTIONS_H
#define COROLINT_RULES_BLOCKING_BLOCKINGOPTIONS_H

#include "rules/Session.h"
#include "summary/BlockingSummary.h"

namespace corolint {

/// The kinds named in \p List, separated by ';'. Unknown words are ignored;
/// the host has reported them.
BlockKinds parseKinds(llvm::StringRef List);

/// Every kind but lock, console and descriptor.
extern const char DefaultKinds[];

/// True if calls in \p F are to be looked at: a coroutine that an executor
/// runs. A generator runs on its consumer's thread, like a plain function.
bool runsOnExecutor(const clang::FunctionDecl &F, AsyncModel &Model);

/// Adds who is a coroutine, the chain of calls and the way out to \p Into.
void explain(const BlockingSite &Call, const clang::FunctionDecl &Coroutine,
             llvm::StringRef WayOut, Finding &Into);

} // namespace corolint

#endif
