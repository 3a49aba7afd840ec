// The options and words that the two blocking rules share.

#ifndef COROLINT_RULES_BLOCKING_BLOCKINGOPTIONS_H
#define COROLINT_RULES_BLOCKING_BLOCKINGOPTIONS_H

#include "rules/Session.h"
#include "summary/BlockingSummary.h"
#include <optional>
#include <string>

namespace corolint {

/// The kinds named in \p List, separated by ';'. Unknown words are ignored;
/// the host has reported them.
BlockKinds parseKinds(llvm::StringRef List);

/// The query of one run: the kinds in \p Kinds, without the functions that the
/// option Allowed names.
BlockingQuery parseQuery(llvm::StringRef Kinds, llvm::StringRef Allowed);

/// The option of both rules, read by parseQuery.
extern const char AllowedHelp[];

/// Every kind but lock, console, descriptor and metadata.
extern const char DefaultKinds[];

/// Every kind.
extern const char KindWords[];

/// The option of both rules, read by isTestThatMayWait.
extern const char InTestsHelp[];

/// Why an executor's thread runs \p F, as a note says it: it is a coroutine, or
/// a member of an awaiter or promise that is called while one runs. Nothing if
/// none does: a generator runs on its consumer's thread, like a plain function.
std::optional<std::string> whyOnExecutor(const clang::FunctionDecl &F,
                                         AsyncModel &Model);

/// True if \p F belongs to a unit test, and the option InTests does not ask for
/// them: it keeps nobody waiting but the test.
bool isTestThatMayWait(const clang::FunctionDecl &F, RuleContext &Context);

/// True if \p F takes an executor that is there for what blocks.
bool mayBlock(const clang::FunctionDecl &F, AsyncModel &Model);

/// The first place where the coroutine \p F moves to another executor, chosen
/// by its author; invalid if it does not. What blocks after it blocks that one.
clang::SourceLocation firstHop(const clang::FunctionDecl &F, AsyncModel &Model);

/// Adds \p Why the code runs on an executor, the chain of calls and the way out
/// to \p Into.
void explain(const BlockingSite &Call, const clang::FunctionDecl &F,
             llvm::StringRef Why, llvm::StringRef WayOut, Finding &Into);

} // namespace corolint

#endif
