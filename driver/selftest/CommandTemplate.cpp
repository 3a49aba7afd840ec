#include "CommandTemplate.h"
#include "SnippetProject.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"

using namespace llvm;

namespace corolint {

/// True if there was one.
static bool replaceAll(std::string &Word, StringRef Old, StringRef New) {
  bool IsThere = false;
  for (size_t At = 0;
       (At = Word.find(Old.data(), At, Old.size())) != std::string::npos;
       At += New.size()) {
    Word.replace(At, Old.size(), New.data(), New.size());
    IsThere = true;
  }
  return IsThere;
}

static bool fillIn(std::vector<std::string> &Words,
                   const SnippetProject &Project) {
  bool IsThere = false;
  for (std::string &Word : Words) {
    IsThere |= replaceAll(Word, "{}", Project.file());
    IsThere |= replaceAll(Word, "{folder}", Project.folder());
  }
  return IsThere;
}

/// Puts \p Folder in the place of that behind -p. False if there is none.
static bool redirect(std::vector<std::string> &Words,
                     const std::string &Folder) {
  for (size_t I = 1; I < Words.size(); ++I) {
    StringRef Word = Words[I];
    if ((Word == "-p" || Word == "--p") && I + 1 < Words.size()) {
      Words[I + 1] = Folder;
      return true;
    }
    if (Word.starts_with("-p=") || Word.starts_with("--p=")) {
      Words[I] = "-p=" + Folder;
      return true;
    }
  }
  return false;
}

std::vector<std::string> lintCommand(ArrayRef<std::string> Given,
                                     const SnippetProject &Project) {
  std::vector<std::string> Words = Given.vec();
  if (fillIn(Words, Project))
    return Words;
  auto Dashes = find(Words, "--");
  const std::vector<std::string> Flags(Dashes, Words.end());
  Words.erase(Dashes, Words.end());
  if (!redirect(Words, Project.folder()) && Flags.empty()) {
    Words.push_back("-p");
    Words.push_back(Project.folder());
  }
  Words.push_back(Project.file());
  Words.insert(Words.end(), Flags.begin(), Flags.end());
  return Words;
}

} // namespace corolint
