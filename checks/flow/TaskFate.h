// What becomes of tasks that are kept in local variables or taken by value:
// whether each is awaited, or handed on, on every path until it dies.

#ifndef COROLINT_FLOW_TASKFATE_H
#define COROLINT_FLOW_TASKFATE_H

#include "model/AsyncModel.h"
#include <vector>

namespace corolint {

struct LostTask {
  const clang::VarDecl *Variable = nullptr;
  const clang::Expr *Source = nullptr; ///< what made the task; null: elsewhere
  clang::SourceLocation Where;         ///< the variable or the assignment
  bool Asked = false;                  ///< by a question such as `t.done()`
  bool Never = true;          ///< no path awaits it; otherwise only some do
  clang::SourceLocation Used; ///< with !Never: a place that takes it
  clang::SourceLocation Overwritten; ///< where another task takes its place
};

/// The tasks in local variables of \p F that are lost, and lazy ones that it
/// takes by value and never names, in source order. A variable whose task goes
/// anywhere else counts as awaited.
std::vector<LostTask> findLostTasks(const clang::FunctionDecl &F,
                                    AsyncModel &Model);

/// True if a coroutine may be suspended in \p Part of it at a place behind
/// \p Where: what was started there runs in the meantime.
bool suspendsBehind(const clang::Stmt &Part, clang::SourceLocation Where,
                    AsyncModel &Model);

} // namespace corolint

#endif
