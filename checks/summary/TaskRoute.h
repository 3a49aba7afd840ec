// Where the task goes that an expression makes: it is awaited on the spot, or
// kept, returned, stored, started, and so outlives the statement.

#ifndef COROLINT_SUMMARY_TASKROUTE_H
#define COROLINT_SUMMARY_TASKROUTE_H

#include "summary/SpawnSummary.h"
#include "support/Parents.h"

namespace corolint {

struct TaskRoute {
  enum class To {
    Unknown,
    Finished, ///< awaited or waited for before the full expression ends
    Scoped,   ///< given to what ends it before a scope of the caller does
    Dropped,  ///< the value is not used; an eager task runs on
    Kept,     ///< in the local variable Variable, or an element of it
    Stored,   ///< in what outlives the function: a member, a global
    Returned,
    Spawned, ///< runs beside its starter
  } End = To::Unknown;
  const clang::VarDecl *Variable = nullptr; ///< with Kept
  clang::SourceLocation Where;              ///< what takes it
  std::string By; ///< with Spawned: mention of what starts it
};

/// Follows the value of \p Task through the functions that wrap it (what takes
/// a task and gives one back) and containers of the standard library.
TaskRoute routeOf(const clang::Expr &Task, const Parents &Around,
                  AsyncModel &Model, SpawnSummary &Spawns);

} // namespace corolint

#endif
