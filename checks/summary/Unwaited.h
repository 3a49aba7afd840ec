// Whether a variable may die before anything could have waited for work that
// was started before: at the end of its scope, or by an exception.

#ifndef COROLINT_SUMMARY_UNWAITED_H
#define COROLINT_SUMMARY_UNWAITED_H

#include "summary/BlockingSummary.h"
#include "clang/AST/ExprCXX.h"
#include <vector>

namespace corolint {

/// True if on some path of \p F from \p Start, a statement or expression in its
/// body, the variable \p Local reaches the end of its scope, and nothing in
/// between may have waited. An exception that is thrown ends the question. If
/// the work was moved out of a variable by \p Start, \p Left is that variable.
bool diesUnawaited(const clang::FunctionDecl &F, const clang::VarDecl &Local,
                   const clang::Stmt &Start, AsyncModel &Model,
                   BlockingSummary &Blocking,
                   const clang::VarDecl *Left = nullptr);

/// The co_awaits of \p F that an exception may leave while \p Keeper has work
/// which was started at \p Start, and has not been handed on since. In the
/// order of the flow graph's blocks; only what may fail is among them.
std::vector<const clang::CoawaitExpr *>
awaitedMeanwhile(const clang::FunctionDecl &F, const clang::VarDecl &Keeper,
                 const clang::Stmt &Start, AsyncModel &Model);

} // namespace corolint

#endif
