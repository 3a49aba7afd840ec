// One run of the checks over one compile command.

#ifndef COROLINT_DRIVER_UNIT_ATTEMPT_H
#define COROLINT_DRIVER_UNIT_ATTEMPT_H

#include "ArgumentFilter.h"
#include "Collector.h"
#include "CompileErrors.h"
#include "Shortcuts.h"
#include "TidyConfig.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "knowledge/KnowledgeBase.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace corolint {

/// The knowledge that the configuration of \p File asks for. What was loaded
/// once is kept.
std::shared_ptr<const KnowledgeBase>
knowledgeFor(llvm::StringRef File,
             const clang::tidy::ClangTidyOptions &Options);

class Attempt {
public:
  Attempt(TidyConfig &Config, llvm::StringRef File);

  /// Whether the compiler understood all of it, and the checks saw all that
  /// can matter to them. \p Costs is added to.
  bool run(const clang::tooling::CompileCommand &Command, Keep How,
           const Shortcuts &Taken,
           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
           UnitCosts &Costs);

  const CompileErrors &errors() const { return FromCompiler; }
  Collector &found() { return FromChecks; }

private:
  std::string File;
  /// Of this file only: clang-tidy keeps options of the current file in it.
  clang::tidy::ClangTidyContext Context;
  Collector FromChecks;
  std::unique_ptr<clang::DiagnosticsEngine> Diagnostics;
  CompileErrors FromCompiler;
  std::shared_ptr<const KnowledgeBase> Knowledge;
};

} // namespace corolint

#endif
