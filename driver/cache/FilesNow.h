// What the files and folders hold now. Each is asked of the system once in a
// run, for all units together.

#ifndef COROLINT_DRIVER_CACHE_FILESNOW_H
#define COROLINT_DRIVER_CACHE_FILESNOW_H

#include "StatTable.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <memory>

namespace corolint {

class FolderNow {
public:
  FolderNow(llvm::StringRef Path, StatTable &Table)
      : Path(Path), Table(Table) {}

  /// The digest of the file \p Name; empty if there is none that can be read.
  llvm::StringRef contentOf(llvm::StringRef Name);
  /// Whether there is a file or folder \p Name.
  bool has(llvm::StringRef Name);
  /// The digest of its names; empty if it is no folder that can be listed.
  llvm::StringRef listing();

private:
  /// Most of what is asked for is not there: one listing answers for all.
  enum class State { NotAsked, Listed, NoFolder, Unlistable };

  void ask();
  std::string pathOf(llvm::StringRef Name) const;
  std::string readContent(llvm::StringRef Name);

  std::string Path;
  StatTable &Table;
  State Now = State::NotAsked;
  llvm::StringSet<> Names;
  std::string Listing;
  llvm::StringMap<std::string> Contents;
};

class FilesNow {
public:
  explicit FilesNow(StatTable &Table) : Table(Table) {}

  /// \p Path is absolute. There need not be such a folder.
  FolderNow &folder(llvm::StringRef Path);

  /// As FolderNow::contentOf().
  llvm::StringRef contentOf(llvm::StringRef Path);

private:
  StatTable &Table;
  llvm::StringMap<std::unique_ptr<FolderNow>> Folders;
};

/// The folder of an absolute path, and the name in it.
std::pair<llvm::StringRef, llvm::StringRef> splitPath(llvm::StringRef Path);

} // namespace corolint

#endif
