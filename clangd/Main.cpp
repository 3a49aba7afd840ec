// corolint-clangd: clangd with our checks.

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include <cstdlib>
#include <vector>

namespace clang::clangd {
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

static constexpr char ResourceDirectory[] =
    "--resource-dir=" COROLINT_RESOURCE_DIR;

static bool namesResourceDirectory(llvm::ArrayRef<const char *> Arguments) {
  const char *Variable = std::getenv("CLANGD_FLAGS");
  return llvm::StringRef(Variable ? Variable : "").contains("-resource-dir") ||
         llvm::any_of(Arguments, [](llvm::StringRef Argument) {
           return Argument.ltrim('-').starts_with("resource-dir");
         });
}

int main(int Argc, char *Argv[]) {
  std::vector<char *> Arguments(Argv, Argv + Argc);
  // clangd looks for Clang's headers beside itself, where we need not be.
  if (!namesResourceDirectory({Argv, size_t(Argc)}))
    Arguments.push_back(const_cast<char *>(ResourceDirectory));
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(int(Arguments.size()) - 1, Arguments.data());
}
