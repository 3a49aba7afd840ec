#include "Findings.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using clang::tidy::ClangTidyError;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

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

void Findings::unifyFix(StringMap<Replacements> &Fix, StringRef BuildFolder) {
  StringMap<Replacements> Unified;
  for (const auto &File : Fix)
    for (const Replacement &Each : File.second) {
      std::string Path = Each.getFilePath().str();
      unifyName(Path, BuildFolder);
      // In conflict: the same edit under another name of the file.
      consumeError(Unified[Path].add(Replacement(Path, Each.getOffset(),
                                                 Each.getLength(),
                                                 Each.getReplacementText())));
    }
  Fix = std::move(Unified);
}

void Findings::unifyNames(ClangTidyError &Error) {
  auto Unify = [&](clang::tooling::DiagnosticMessage &Message) {
    unifyName(Message.FilePath, Error.BuildDirectory);
    unifyFix(Message.Fix, Error.BuildDirectory);
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

std::vector<ClangTidyError> Findings::ordered() const {
  std::vector<ClangTidyError> Ordered;
  for (const auto &[Where, Error] : All)
    Ordered.push_back(Error);
  return Ordered;
}

} // namespace corolint
