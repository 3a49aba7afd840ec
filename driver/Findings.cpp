#include "Findings.h"
#include "Paths.h"
#include "clang-tidy/ClangTidy.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using clang::tidy::ClangTidyError;

namespace corolint {

void Findings::unifyName(std::string &Path, StringRef BuildFolder) {
  if (Path.empty())
    return;
  std::string File = absolutePath(Path, BuildFolder);
  std::string &Name = NameOf[realPath(File)];
  if (Name.empty())
    Name = shownPath(File);
  Path = Name;
}

void Findings::unifyNames(ClangTidyError &Error) {
  auto Unify = [&](clang::tooling::DiagnosticMessage &Message) {
    unifyName(Message.FilePath, Error.BuildDirectory);
    for (auto &Range : Message.Ranges)
      unifyName(Range.FilePath, Error.BuildDirectory);
  };
  Unify(Error.Message);
  for (auto &Note : Error.Notes)
    Unify(Note);
  // The names no longer depend on it.
  Error.BuildDirectory.clear();
}

static bool isConfigMistake(const ClangTidyError &Error) {
  return Error.DiagnosticName == "clang-tidy-config";
}

void Findings::addConfigMistakes(ArrayRef<ClangTidyError> Errors) {
  for (const ClangTidyError &Error : Errors)
    if (isConfigMistake(Error) && !is_contained(Config, Error.Message.Message))
      Config.push_back(Error.Message.Message);
}

void Findings::add(std::vector<ClangTidyError> Errors) {
  addConfigMistakes(Errors);
  for (ClangTidyError &Error : Errors) {
    if (isConfigMistake(Error))
      continue;
    unifyNames(Error);
    Place Where(Error.Message.FilePath, Error.Message.FileOffset,
                Error.DiagnosticName, Error.Message.Message);
    All.emplace(std::move(Where), std::move(Error));
  }
}

size_t Findings::print(TidyConfig &Config) {
  std::vector<ClangTidyError> Ordered;
  for (auto &[Where, Error] : All)
    Ordered.push_back(std::move(Error));
  clang::tidy::ClangTidyContext Context(Config.provider());
  unsigned WarningsAsErrors = 0;
  clang::tidy::handleErrors(Ordered, Context, clang::tidy::FB_NoFix,
                            WarningsAsErrors, vfs::getRealFileSystem());
  return Ordered.size();
}

} // namespace corolint
