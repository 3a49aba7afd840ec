#include "RecordingFS.h"
#include "Contents.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

namespace {

/// A file that tells what is read from it. The digest is made of the very bytes
/// that the compiler gets: a digest made later may be that of another content.
class RecordedFile : public vfs::File {
public:
  RecordedFile(RecordingFS &By, std::string Name, vfs::Status Opened,
               std::unique_ptr<vfs::File> Below)
      : By(By), Name(std::move(Name)), Opened(std::move(Opened)),
        Below(std::move(Below)) {}

  ErrorOr<vfs::Status> status() override { return Below->status(); }
  ErrorOr<std::string> getName() override { return Below->getName(); }
  std::error_code close() override { return Below->close(); }

  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &As,
                                                   int64_t Size, bool WithNull,
                                                   bool IsVolatile) override {
    auto Buffer = Below->getBuffer(As, Size, WithNull, IsVolatile);
    if (Buffer)
      By.wasRead(Name, Opened, (*Buffer)->getBuffer());
    return Buffer;
  }

protected:
  void setPath(const Twine &Path) override {
    if (auto Renamed = getWithPath(std::move(Below), Path))
      Below = std::move(*Renamed);
  }

private:
  RecordingFS &By;
  std::string Name;
  vfs::Status Opened;
  std::unique_ptr<vfs::File> Below;
};

} // namespace

std::optional<std::string> RecordingFS::nameOf(const Twine &Path) const {
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  if (makeAbsolute(Absolute))
    return std::nullopt;
  // ".." stays: behind a link it leads elsewhere than the text says.
  sys::path::remove_dots(Absolute);
  return std::string(Absolute);
}

void RecordingFS::missing(const Twine &Path) {
  if (auto Name = nameOf(Path))
    Missing.insert(*Name);
}

void RecordingFS::note(const Twine &Path, const ErrorOr<vfs::Status> &Found) {
  if (!Found)
    return missing(Path);
  if (!Found->isRegularFile())
    return;
  if (auto Name = nameOf(Path))
    Files.try_emplace(*Name);
}

ErrorOr<vfs::Status> RecordingFS::status(const Twine &Path) {
  ErrorOr<vfs::Status> Found = ProxyFileSystem::status(Path);
  note(Path, Found);
  return Found;
}

// The one below would be asked itself, from 19 on.
bool RecordingFS::exists(const Twine &Path) { return bool(status(Path)); }

ErrorOr<std::unique_ptr<vfs::File>>
RecordingFS::openFileForRead(const Twine &Path) {
  auto Found = ProxyFileSystem::openFileForRead(Path);
  if (!Found) {
    missing(Path);
    return Found;
  }
  auto Status = (*Found)->status();
  auto Name = nameOf(Path);
  if (!Status || !Name)
    return Found;
  note(Path, Status);
  return std::make_unique<RecordedFile>(*this, std::move(*Name), *Status,
                                        std::move(*Found));
}

vfs::directory_iterator RecordingFS::dir_begin(const Twine &Path,
                                               std::error_code &Error) {
  std::vector<std::string> Names;
  for (vfs::directory_iterator It = ProxyFileSystem::dir_begin(Path, Error),
                               End;
       !Error && It != End; It.increment(Error))
    Names.push_back(sys::path::filename(It->path()).str());
  if (auto Name = nameOf(Path)) {
    if (Error)
      Missing.insert(*Name);
    else
      Folders[*Name] = listingDigest(std::move(Names));
  }
  return ProxyFileSystem::dir_begin(Path, Error);
}

void RecordingFS::wasRead(StringRef Name, const vfs::Status &Before,
                          StringRef Bytes) {
  std::string Content = contentDigest(Bytes);
  Seen &File = Files[Name];
  IsSteady &= File.Content.empty() || File.Content == Content;
  File.Content = std::move(Content);
  if (!File.Before)
    File.Before = Before;
}

/// Large files are mapped: who writes into one changes what is read of it
/// after its digest was made.
bool RecordingFS::isAsBefore(StringRef Name, const Seen &File) {
  auto Now = ProxyFileSystem::status(Name);
  return Now && Now->getSize() == File.Before->getSize() &&
         Now->getLastModificationTime() ==
             File.Before->getLastModificationTime() &&
         Now->getUniqueID() == File.Before->getUniqueID();
}

LookedUp RecordingFS::take() {
  LookedUp Taken;
  for (const auto &Each : Files) {
    const Seen &File = Each.second;
    IsSteady &= !File.Before || isAsBefore(Each.first(), File);
    IsSteady &= !Missing.contains(Each.first());
    Taken.Read.push_back({Each.first().str(), File.Content});
  }
  for (const auto &Each : Missing)
    Taken.Missing.push_back(Each.first().str());
  for (const auto &Each : Folders)
    Taken.Listed.push_back({Each.first().str(), Each.second});
  sort(Taken.Read);
  sort(Taken.Missing);
  sort(Taken.Listed);
  Taken.IsSteady = IsSteady;
  return Taken;
}

} // namespace corolint
