// corolint: finds mistakes in C++20 coroutines.

#include "Options.h"
#include "Run.h"
#include "clang/Basic/Stack.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

int main(int Argc, const char **Argv) {
  llvm::InitLLVM Guard(Argc, Argv);
  llvm::setBugReportMsg("");
  // Deep templates are then parsed on a larger stack.
  clang::noteBottomOfStack();
  // For MSVC-style inline assembler.
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();

  std::optional<corolint::Options> Asked = corolint::parseOptions(Argc, Argv);
  int Code = Asked ? corolint::run(*Asked) : corolint::Misused;
  // After a crash that was survived, LLVM's clean-up would crash again.
  llvm::outs().flush();
  llvm::errs().flush();
  llvm::sys::Process::Exit(Code, /*NoCleanup=*/true);
}
