#include "RecordingFS.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

void RecordingFS::record(const Twine &Path, StringSet<> &Into) {
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  if (makeAbsolute(Absolute))
    return;
  // ".." stays: behind a link it leads elsewhere than the text says.
  sys::path::remove_dots(Absolute);
  Into.insert(Absolute);
}

ErrorOr<vfs::Status> RecordingFS::status(const Twine &Path) {
  ErrorOr<vfs::Status> Found = ProxyFileSystem::status(Path);
  if (!Found)
    record(Path, Missing);
  else if (Found->isRegularFile())
    record(Path, Read);
  return Found;
}

ErrorOr<std::unique_ptr<vfs::File>>
RecordingFS::openFileForRead(const Twine &Path) {
  auto Found = ProxyFileSystem::openFileForRead(Path);
  record(Path, Found ? Read : Missing);
  return Found;
}

LookedUp RecordingFS::take() {
  LookedUp Taken;
  for (const auto &Each : Read)
    Taken.Read.push_back(Each.first().str());
  for (const auto &Each : Missing)
    Taken.Missing.push_back(Each.first().str());
  sort(Taken.Read);
  sort(Taken.Missing);
  return Taken;
}

} // namespace corolint
