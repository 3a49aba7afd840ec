// Whether a variable may die before anything could have waited for work that
// was started before.

#ifndef COROLINT_SUMMARY_UNWAITED_H
#define COROLINT_SUMMARY_UNWAITED_H

#include "summary/BlockingSummary.h"

namespace corolint {

/// True if on some path of \p F from \p Start, a statement or expression in its
/// body, the variable \p Local reaches the end of its scope, and nothing in
/// between may have waited. An exception that is thrown ends the question.
bool diesUnawaited(const clang::FunctionDecl &F, const clang::VarDecl &Local,
                   const clang::Stmt &Start, AsyncModel &Model,
                   BlockingSummary &Blocking);

} // namespace corolint

#endif
