// Writes down what is looked up in a file system, and what is not there: the
// result of an analysis holds as long as all of that stays as it is.

#ifndef COROLINT_DRIVER_UNIT_RECORDINGFS_H
#define COROLINT_DRIVER_UNIT_RECORDINGFS_H

#include "UnitResult.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace corolint {

/// Not thread-safe. The current folder is that of the file system below.
class RecordingFS : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;

  /// Absolute names, each once, sorted.
  LookedUp take();

private:
  /// Folders that are there are not kept: what matters of them is in their
  /// files.
  void record(const llvm::Twine &Path, llvm::StringSet<> &Into);

  llvm::StringSet<> Read, Missing;
};

} // namespace corolint

#endif
