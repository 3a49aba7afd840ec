// One run of the checks over one compile command.

#ifndef COROLINT_DRIVER_ATTEMPT_H
#define COROLINT_DRIVER_ATTEMPT_H

#include "ArgumentFilter.h"
#include "CompileErrors.h"
#include "TidyConfig.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace corolint {

class Attempt {
public:
  Attempt(TidyConfig &Config, llvm::StringRef File);

  /// Whether the compiler understood all of it.
  bool run(const clang::tooling::CompileCommand &Command, Keep How,
           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS);

  const CompileErrors &errors() const { return FromCompiler; }
  std::vector<clang::tidy::ClangTidyError> findings() {
    return FromChecks.take();
  }

private:
  std::string File;
  /// Of this file only: clang-tidy remembers NOLINT blocks in it by the names
  /// that commands use, and "main.cpp" is not the same file in each folder.
  clang::tidy::ClangTidyContext Context;
  clang::tidy::ClangTidyDiagnosticConsumer FromChecks;
  std::unique_ptr<clang::DiagnosticsEngine> Diagnostics;
  CompileErrors FromCompiler;
};

} // namespace corolint

#endif
