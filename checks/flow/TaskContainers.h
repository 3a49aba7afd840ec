// Local containers of tasks (vectors, arrays, optionals, pairs, smart pointers)
// that are only filled: the tasks die with them.

#ifndef COROLINT_FLOW_TASKCONTAINERS_H
#define COROLINT_FLOW_TASKCONTAINERS_H

#include "model/AsyncModel.h"
#include <vector>

namespace corolint {

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
