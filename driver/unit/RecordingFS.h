// Writes down what is looked up in a file system, and what is not there: the
// result of an analysis holds as long as all of that stays as it is.

#ifndef COROLINT_DRIVER_UNIT_RECORDINGFS_H
#define COROLINT_DRIVER_UNIT_RECORDINGFS_H

#include "UnitResult.h"
#include "support/LlvmCompat.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace corolint {

/// Not thread-safe. The current folder is that of the file system below. Must
/// outlive the files that it opens.
class RecordingFS : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) COROLINT_VFS_EXISTS_OVERRIDE;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Path,
                                          std::error_code &Error) override;

  /// Told by a file of what was read from it, as it was when it was opened.
  void wasRead(llvm::StringRef Name, const llvm::vfs::Status &Before,
               llvm::StringRef Bytes);

  /// Absolute names, each once, sorted.
  LookedUp take();

private:
  struct Seen {
    std::string Content; ///< its digest; empty if it was not read
    std::optional<llvm::vfs::Status> Before;
  };

  /// Nothing if there is no current folder.
  std::optional<std::string> nameOf(const llvm::Twine &Path) const;
  /// Folders that are there are not kept: what matters of them is in their
  /// files.
  void note(const llvm::Twine &Path,
            const llvm::ErrorOr<llvm::vfs::Status> &Found);
  void missing(const llvm::Twine &Path);
  bool isAsBefore(llvm::StringRef Name, const Seen &File);

  llvm::StringMap<Seen> Files;
  llvm::StringSet<> Missing;
  llvm::StringMap<std::string> Folders; ///< the digest of each that was listed
  bool IsSteady = true;
};

} // namespace corolint

#endif
