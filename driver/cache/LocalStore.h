// The cache's folder. Many processes may use it at once, and any may die at any
// moment: a file is there as a whole or not at all, and whoever reads one finds
// out by itself whether it is sound.
//
//   CACHEDIR.TAG   tells backup programs to leave the folder out
//   1/ac/KK/...    manifests, by the key of the unit
//   1/cas/HH/...   results, by their own digest
//   1/tmp/...      files that are being written
//   1/stats        the digests of files (StatTable)
//   1/pruned       as old as the last pruning

#ifndef COROLINT_DRIVER_CACHE_LOCALSTORE_H
#define COROLINT_DRIVER_CACHE_LOCALSTORE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>

namespace corolint {

class LocalStore {
public:
  /// \p Folder, which may be empty for none, is made if it is not there. If it
  /// cannot be, why() says so, and nothing can be read or written.
  explicit LocalStore(llvm::StringRef Folder);

  /// Null if there is no such file. \p Name is relative: "ac/12ab…".
  std::unique_ptr<llvm::MemoryBuffer> read(llvm::StringRef Name);
  /// False if it could not be written, now or in an earlier call; why() then
  /// says the reason.
  bool write(llvm::StringRef Name, llvm::StringRef Bytes);
  void remove(llvm::StringRef Name);

  /// Removes what was used least recently until all that is left takes less
  /// than \p MaxBytes, if that was not done lately.
  void prune(uint64_t MaxBytes);

  const std::string &why() const { return Problem; }

private:
  std::string pathOf(llvm::StringRef Name) const;
  bool replace(const std::string &Path, llvm::StringRef Bytes);
  bool fail(std::error_code Error);

  std::string Folder;  ///< that of this version
  std::string Problem; ///< of writing; empty if there is none
  uint64_t Written = 0;
};

} // namespace corolint

#endif
