// corolint-lsp: the findings of corolint in any clangd.

#include "Commands.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>

static constexpr char Help[] =
    R"(corolint-lsp adds the findings of corolint to those of your clangd.

usage: corolint-lsp [--server=PROGRAM] [-- CLANGD ARGUMENTS...]

  CLANGD ARGUMENTS    the language server that your editor would run; default:
                      clangd
  --server=PROGRAM    the clangd with our checks that runs beside it; default:
                      )" COROLINT_CLANGD_NAME
    R"( beside this program, else in PATH
  --help, --version

For an editor it takes the place of clangd, whose exit code it has. If you can
use )" COROLINT_CLANGD_NAME R"( itself, do: one server does less than two.
)";

/// Beside this program if it is there: that is the one it was built with.
static std::string defaultServer() {
  static int Here;
  llvm::SmallString<256> Beside(llvm::sys::path::parent_path(
      llvm::sys::fs::getMainExecutable("", &Here)));
  llvm::sys::path::append(Beside, COROLINT_CLANGD_NAME);
  return llvm::sys::fs::can_execute(Beside) ? std::string(Beside)
                                            : COROLINT_CLANGD_NAME;
}

int main(int Argc, const char **Argv) {
  // Who goes away is noticed when it is written to.
  std::signal(SIGPIPE, SIG_IGN);
  std::string Mistake;
  auto Asked = corolint::parseCommands(
      llvm::ArrayRef<const char *>(Argv, Argc).drop_front(), defaultServer(),
      Mistake);
  if (!Asked) {
    llvm::errs() << "corolint-lsp: error: " << Mistake << '\n';
    return 2;
  }
  if (Asked->WantsHelp || Asked->WantsVersion) {
    llvm::outs() << (Asked->WantsHelp ? Help
                                      : "corolint-lsp " COROLINT_VERSION "\n");
    return 0;
  }
  return corolint::relay(Asked->Users, Asked->Ours);
}
