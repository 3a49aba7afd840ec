// How findings speak of a task that is dropped: what it is, what made it, what
// happens to it, what to do instead.

#ifndef COROLINT_RULES_TASKS_TASKWORDING_H
#define COROLINT_RULES_TASKS_TASKWORDING_H

#include "model/AsyncModel.h"
#include <string>

namespace corolint {

struct TaskMaker {
  std::string Noun; ///< "task", "awaitable", "sender"
  std::string Work; ///< what does not happen: "'fetch'", "its work"
  std::string Name; ///< mention of what was called; empty if it is no call
};

/// \p Source may be null: made elsewhere.
TaskMaker makerOf(const clang::Expr *Source, const AsyncType &Type,
                  Known &Facts);

/// What a task of \p Type is called: "task", "awaitable", "sender".
std::string nounOf(const AsyncType &Type);

/// What dropping does to \p Work. \p OnSomePaths: the sentence goes on from
/// "elsewhere".
std::string consequence(const AsyncType &Type, llvm::StringRef Work,
                        bool OnSomePaths = false);

/// What to do at \p Where in \p F instead.
std::string wayOut(const AsyncType &Type, const clang::FunctionDecl &F,
                   clang::SourceLocation Where);

} // namespace corolint

#endif
