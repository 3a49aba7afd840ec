// Runs one of Clang's actions over one compile command, harmlessly.

#ifndef COROLINT_DRIVER_UNIT_RUNACTION_H
#define COROLINT_DRIVER_UNIT_RUNACTION_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>

namespace clang {
class CompilerInvocation;
class DiagnosticConsumer;
class FrontendAction;
} // namespace clang

namespace corolint {

/// Runs what \p Make gives over \p File, compiled by \p Command, which is fit
/// for analysis; diagnostics go to \p Errors. \p Adjust has the last word on
/// how it is compiled, and runs nothing if it answers false. False if Clang
/// gave up; it is no failure that nothing was run.
bool runAction(
    llvm::StringRef File, const clang::tooling::CompileCommand &Command,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
    clang::DiagnosticConsumer &Errors,
    llvm::function_ref<std::unique_ptr<clang::FrontendAction>()> Make,
    llvm::function_ref<bool(clang::CompilerInvocation &)> Adjust);

} // namespace corolint

#endif
