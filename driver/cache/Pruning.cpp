#include "Pruning.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include <vector>

using namespace llvm;

namespace corolint {

namespace {

/// No file is written for so long.
constexpr auto LeftoverAge = std::chrono::hours(1);
constexpr uint64_t BlockSize = 4096;

struct AgedFile {
  sys::TimePoint<> Used;
  std::string Path;
  uint64_t Size; ///< on the disk

  bool operator<(const AgedFile &Other) const {
    return std::tie(Used, Path) < std::tie(Other.Used, Other.Path);
  }
};

void addFiles(StringRef Folder, std::vector<AgedFile> &Into) {
  std::error_code Error;
  for (sys::fs::recursive_directory_iterator It(Folder, Error), End;
       It != End && !Error; It.increment(Error)) {
    auto Status = It->status();
    if (Status && Status->type() == sys::fs::file_type::regular_file)
      Into.push_back({Status->getLastModificationTime(), It->path(),
                      alignTo(Status->getSize(), BlockSize)});
  }
}

} // namespace

void removeLeastRecentlyUsed(ArrayRef<std::string> Folders, uint64_t MaxBytes) {
  std::vector<AgedFile> Files;
  for (const std::string &Folder : Folders)
    addFiles(Folder, Files);
  uint64_t Size = 0;
  for (const AgedFile &File : Files)
    Size += File.Size;
  if (Size <= MaxBytes)
    return;
  sort(Files);
  for (const AgedFile &File : Files) {
    if (Size <= MaxBytes / 10 * 9)
      return;
    sys::fs::remove(File.Path);
    Size -= File.Size;
  }
}

void removeLeftovers(StringRef Folder) {
  std::vector<AgedFile> Files;
  addFiles(Folder, Files);
  auto Now = std::chrono::system_clock::now();
  for (const AgedFile &File : Files)
    if (File.Used + LeftoverAge < Now)
      sys::fs::remove(File.Path);
}

} // namespace corolint
