// A folder for the files of one run.

#ifndef COROLINT_DRIVER_TEMPORARYFOLDER_H
#define COROLINT_DRIVER_TEMPORARYFOLDER_H

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include <string>
#include <system_error>

namespace corolint {

/// Gone with all that is in it at the end.
class TemporaryFolder {
public:
  TemporaryFolder() = default;
  ~TemporaryFolder() {
    if (isThere())
      llvm::sys::fs::remove_directories(Path);
  }
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  /// Makes it, new and empty, among the temporary files of the system.
  std::error_code make() {
    return llvm::sys::fs::createUniqueDirectory("corolint", Path);
  }

  bool isThere() const { return !Path.empty(); }
  std::string file(const llvm::Twine &Name) const {
    return (Path + "/" + Name).str();
  }

private:
  llvm::SmallString<128> Path;
};

} // namespace corolint

#endif
