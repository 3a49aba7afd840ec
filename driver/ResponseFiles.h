// "@file" in a compile command stands for the arguments in that file.

#ifndef COROLINT_DRIVER_RESPONSEFILES_H
#define COROLINT_DRIVER_RESPONSEFILES_H

#include "clang/Tooling/CompilationDatabase.h"
#include <memory>

namespace corolint {

/// The commands of \p Plain with the response files put in. One that does not
/// exist, or of which responseFileMistake() tells, stays as "@file".
std::unique_ptr<clang::tooling::CompilationDatabase>
withResponseFiles(std::unique_ptr<clang::tooling::CompilationDatabase> Plain);

/// Why a response file is still in \p Command: it cannot be read, or names
/// itself, or stands for too many. Nothing if none is, or it does not exist.
std::string responseFileMistake(const clang::tooling::CompileCommand &Command);

} // namespace corolint

#endif
