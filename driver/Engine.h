// Runs the checks on one file after another.

#ifndef COROLINT_DRIVER_ENGINE_H
#define COROLINT_DRIVER_ENGINE_H

#include "Findings.h"
#include "TidyConfig.h"
#include "clang/Tooling/CompilationDatabase.h"

namespace corolint {

class Engine {
public:
  /// \p FS is the file system \p Config was made with; its current folder is
  /// the one of the command that runs.
  Engine(TidyConfig &Config, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS)
      : Config(Config), FS(std::move(FS)) {}

  /// False, after a complaint, if \p File could not be analysed.
  bool analyse(llvm::StringRef File,
               const clang::tooling::CompileCommand &Command, Findings &Found);

private:
  bool analyseUnguarded(llvm::StringRef File,
                        clang::tooling::CompileCommand Command,
                        Findings &Found);

  TidyConfig &Config;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS;
  bool HasCrashed = false;
};

} // namespace corolint

#endif
