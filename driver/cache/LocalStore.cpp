#include "LocalStore.h"
#include "Pruning.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

/// Changes when files of an older corolint could no longer be told from ours.
static constexpr char Version[] = "1";

/// The first line is prescribed: https://bford.info/cachedir
static constexpr char Tag[] = "Signature: 8a477f597d28d172789f06886806bc55\n"
                              "# Made by corolint; may be deleted.\n";

static constexpr auto MarkedAsUsedFor = std::chrono::hours(1);
static constexpr auto PruningInterval = std::chrono::hours(1);

/// A folder that has something else in it is not tagged: backups would leave
/// that out, too.
static bool isNewOrEmpty(StringRef Folder) {
  std::error_code Error;
  sys::fs::directory_iterator First(Folder, Error);
  return Error || First == sys::fs::directory_iterator();
}

LocalStore::LocalStore(StringRef Folder) {
  if (Folder.empty()) {
    Problem = "there is none";
    return;
  }
  SmallString<256> Ours(Folder);
  sys::path::append(Ours, Version);
  this->Folder = std::string(Ours);
  bool GetsTag = isNewOrEmpty(Folder);
  if (std::error_code Error = sys::fs::create_directories(Ours + "/tmp")) {
    fail(Error);
    return;
  }
  if (GetsTag)
    replace((Folder + "/CACHEDIR.TAG").str(), Tag);
}

bool LocalStore::fail(std::error_code Error) {
  if (Problem.empty())
    Problem = Error.message();
  return false;
}

std::string LocalStore::pathOf(StringRef Name) const {
  // A folder for each first byte: none grows too long.
  auto [Kind, Digest] = Name.split('/');
  if (Digest.empty())
    return Folder + "/" + Name.str();
  return (Folder + "/" + Kind + "/" + Digest.take_front(2) + "/" +
          Digest.drop_front(2))
      .str();
}

std::unique_ptr<MemoryBuffer> LocalStore::read(StringRef Name) {
  if (Folder.empty())
    return nullptr;
  std::string Path = pathOf(Name);
  auto File = sys::fs::openNativeFileForRead(Path);
  if (!File) {
    consumeError(File.takeError());
    return nullptr;
  }
  sys::fs::file_status Status;
  std::unique_ptr<MemoryBuffer> Bytes;
  if (!sys::fs::status(*File, Status)) {
    // Not mapped: a file that someone truncates would kill its readers.
    auto Read = MemoryBuffer::getOpenFile(*File, Path, Status.getSize(),
                                          /*RequiresNullTerminator=*/false,
                                          /*IsVolatile=*/true);
    if (Read)
      Bytes = std::move(*Read);
    auto Now = std::chrono::system_clock::now();
    if (Status.getLastModificationTime() + MarkedAsUsedFor < Now)
      (void)sys::fs::setLastAccessAndModificationTime(*File, Now);
  }
  sys::fs::closeFile(*File);
  return Bytes;
}

bool LocalStore::replace(const std::string &Path, StringRef Bytes) {
  int Descriptor;
  SmallString<256> Temporary;
  if (std::error_code Error = sys::fs::createUniqueFile(
          Folder + "/tmp/%%%%%%%%%%%%", Descriptor, Temporary, sys::fs::OF_None,
          sys::fs::all_read | sys::fs::all_write))
    return fail(Error);
  raw_fd_ostream To(Descriptor, /*shouldClose=*/true, /*unbuffered=*/true);
  To << Bytes;
  To.close();
  std::error_code Error = To.error();
  To.clear_error();
  if (!Error)
    Error = sys::fs::rename(Temporary, Path);
  if (Error)
    sys::fs::remove(Temporary);
  return !Error || fail(Error);
}

bool LocalStore::write(StringRef Name, StringRef Bytes) {
  if (!Problem.empty())
    return false;
  std::string Path = pathOf(Name);
  StringRef Parent = sys::path::parent_path(Path);
  if (std::error_code Error = sys::fs::create_directories(Parent))
    return fail(Error);
  Written += Bytes.size();
  return replace(Path, Bytes);
}

void LocalStore::remove(StringRef Name) { sys::fs::remove(pathOf(Name)); }

void LocalStore::prune(uint64_t MaxBytes) {
  if (!Problem.empty() || !Written)
    return;
  sys::fs::file_status Last;
  auto Now = std::chrono::system_clock::now();
  bool WasDoneLately = !sys::fs::status(Folder + "/pruned", Last) &&
                       Last.getLastModificationTime() + PruningInterval > Now;
  // A run may write more than there is room for.
  if (WasDoneLately && Written < MaxBytes / 10)
    return;
  replace(Folder + "/pruned", "");
  removeLeftovers(Folder + "/tmp");
  removeLeastRecentlyUsed({Folder + "/ac", Folder + "/cas"}, MaxBytes);
}

} // namespace corolint
