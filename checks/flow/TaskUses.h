// Tasks in local variables that are awaited or handed on although nothing is
// left in them, on some path: a typestate over the flow graph.

#ifndef COROLINT_FLOW_TASKUSES_H
#define COROLINT_FLOW_TASKUSES_H

#include "model/OneShot.h"
#include <vector>

namespace corolint {

struct ReusedTask {
  enum class How { Awaited, HandedOn, Asked };
  enum class Since { Awaited, Moved, Asked, Made };

  const clang::VarDecl *Variable = nullptr;
  How Use = How::Awaited;
  clang::SourceLocation Where; ///< the use
  Since Cause = Since::Awaited;
  clang::SourceLocation Before; ///< what left it so; Where if in a loop
  std::string Asker;            ///< with Since::Asked: the member function
  Left Rest = Left::Nothing;
  bool Certain = true; ///< on every path that leads there
};

/// In source order, the first for each place. A variable that is named in any
/// way that is not understood is not among them.
std::vector<ReusedTask> findReusedTasks(const clang::FunctionDecl &F,
                                        AsyncModel &Model);

} // namespace corolint

#endif
