// Analyses one translation unit.

#ifndef COROLINT_DRIVER_UNIT_UNIT_H
#define COROLINT_DRIVER_UNIT_UNIT_H

#include "Shortcuts.h"
#include "TidyConfig.h"
#include "UnitResult.h"
#include "clang/Tooling/CompilationDatabase.h"

namespace corolint {

/// One compile command of one file.
struct Unit {
  std::string File; ///< absolute
  clang::tooling::CompileCommand Command;
};

/// The command of \p U as it is run, with what .clang-tidy adds and takes away.
clang::tooling::CompileCommand effectiveCommand(const Unit &U,
                                                TidyConfig &Config);

/// Runs the checks over \p U. \p FS is the file system that \p Config was made
/// with; its current folder becomes that of the command. A crash of Clang or
/// of a check ends the process.
UnitResult analyse(const Unit &U, TidyConfig &Config, const Shortcuts &Taken,
                   llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

} // namespace corolint

#endif
