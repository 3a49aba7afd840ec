// Makes a compile command fit for analysis: nothing in it can run or load
// anything, nothing that only another compiler knows makes it fail, and no
// compiler warning becomes an error.

#ifndef COROLINT_DRIVER_ARGUMENTFILTER_H
#define COROLINT_DRIVER_ARGUMENTFILTER_H

#include "clang/Tooling/CompilationDatabase.h"
#include <string>
#include <vector>

namespace corolint {

/// How much of a command to keep.
enum class Keep {
  AllKnown,
  NoMachine, ///< also without -m…: for a processor Clang has never heard of
};

std::vector<std::string>
fitForAnalysis(const clang::tooling::CompileCommand &Command, Keep How);

} // namespace corolint

#endif
