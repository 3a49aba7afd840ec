// corolint: finds mistakes in C++20 coroutines.

#include "Complain.h"
#include "Options.h"
#include "Run.h"
#include "clang/Basic/Stack.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

/// A file that is opened must not get the number of a closed standard stream,
/// or messages would be written into it. Writing to the stream stays an error.
static void keepStandardNumbers() {
  for (int Number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(Number, F_GETFD) < 0)
      open("/dev/null", O_RDONLY);
}

int main(int Argc, const char **Argv) {
  keepStandardNumbers();
  // Who closes a pipe has read enough; what is left, such as reports to files,
  // is done all the same.
  std::signal(SIGPIPE, SIG_IGN);
  llvm::InitLLVM Guard(Argc, Argv, /*InstallPipeSignalExitHandler=*/false);
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
  if (!corolint::finishOutput())
    Code = corolint::Misused;
  llvm::errs().flush();
  llvm::sys::Process::Exit(Code, /*NoCleanup=*/true);
}
