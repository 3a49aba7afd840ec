#include "Coverage.h"
#include "Paths.h"
#include "support/LlvmCompat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

const std::string &Coverage::real(StringRef File) {
  auto [Real, IsNew] = RealNames.try_emplace(File);
  if (IsNew)
    Real->second = realPath(absolutePath(File));
  return Real->second;
}

void Coverage::addAnalysed(StringRef File, const ClangTidyOptions &Options) {
  std::string Key = Options.Checks.value_or("") + '\0' +
                    Options.HeaderFilterRegex.value_or("") + '\0' +
                    compat::excludedHeaders(Options) + '\0' +
                    (Options.SystemHeaders.value_or(false) ? "1" : "0");
  auto It = Settings.try_emplace(std::move(Key), Options).first;
  Analysed[real(File)] = &It->second;
}

void Coverage::addSystemFolders(const Unit &U) {
  const std::vector<std::string> &Args = U.Command.CommandLine;
  for (size_t I = 0; I < Args.size(); ++I) {
    StringRef Folder = Args[I];
    if (!Folder.consume_front("-isystem") &&
        !Folder.consume_front("-cxx-isystem"))
      continue;
    if (Folder.empty() && I + 1 < Args.size())
      Folder = Args[++I];
    // Most commands name the same ones.
    if (FoldersSeen.insert((Twine(U.Command.Directory) + "\n" + Folder).str())
            .second)
      SystemFolders.insert(realPath(absolutePath(Folder, U.Command.Directory)) +
                           "/");
  }
}

bool Coverage::isInSystemFolder(StringRef Real) const {
  for (size_t At = Real.find('/'); At != StringRef::npos;
       At = Real.find('/', At + 1))
    if (SystemFolders.contains(Real.take_front(At + 1)))
      return true;
  return false;
}

bool Coverage::isUsers(StringRef File) {
  const std::string &Real = real(File);
  if (Analysed.count(Real))
    return true;
  return !isInSystemFolder(Real) && any_of(Settings, [&](auto &Each) {
    return Filter.isUsersHeader(absolutePath(File), Each.second.Options);
  });
}

bool Coverage::covers(StringRef File) {
  if (auto It = Analysed.find(real(File)); It != Analysed.end())
    return It->second;
  return IsWholeProject && !HasFailures && isUsers(File);
}

bool Coverage::covers(StringRef File, StringRef Check) {
  if (!covers(File))
    return false;
  if (OwnChecks.contains(Check))
    return true;
  if (const Setting *Own = Analysed.lookup(real(File)))
    return Own->Checks.contains(Check);
  return any_of(Settings, [&](const auto &Each) {
    return Each.second.Checks.contains(Check);
  });
}

} // namespace corolint
