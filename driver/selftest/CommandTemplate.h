// The user's command, made one that lints our snippet.

#ifndef COROLINT_DRIVER_SELFTEST_COMMANDTEMPLATE_H
#define COROLINT_DRIVER_SELFTEST_COMMANDTEMPLATE_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace corolint {

class SnippetProject;

/// \p Words with the file of \p Project for each "{}" and its folder for each
/// "{folder}". Without any of the two, as clang-tidy is used: the folder takes
/// the place of that behind -p, or is added with it, and the file comes last.
/// If there is a "--", what follows is for the compiler: the file comes in
/// front, and no -p is added.
std::vector<std::string> lintCommand(llvm::ArrayRef<std::string> Words,
                                     const SnippetProject &Project);

} // namespace corolint

#endif
