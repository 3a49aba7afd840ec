// Local containers of tasks (vectors, arrays, optionals, pairs, smart pointers)
// that are only filled: the tasks die with them.

#ifndef COROLINT_FLOW_TASKCONTAINERS_H
#define COROLINT_FLOW_TASKCONTAINERS_H

#include "model/AsyncModel.h"
#include <vector>

namespace corolint {

/// What a call of the member \p Name does to a holder of tasks, as the
/// requirements of C++ on sequences, and std::optional, tell.
enum class HolderUse { Fills, Looks, Other };
HolderUse holderUse(llvm::StringRef Name);

/// The type of the tasks that \p T, an array or a plain holder such as a
/// vector, an optional, a unique_ptr, a pair, keeps; or null.
clang::QualType taskHeldBy(clang::QualType T, AsyncModel &Model);

struct LostTasks {
  const clang::VarDecl *Container = nullptr;
  clang::QualType Task;         ///< of an element
  clang::SourceLocation Filled; ///< where one is first put in
};

/// The containers of \p F, in source order. One that is read, passed on,
/// returned, captured or iterated over is not among them.
std::vector<LostTasks> findLostContainers(const clang::FunctionDecl &F,
                                          AsyncModel &Model);

} // namespace corolint

#endif
