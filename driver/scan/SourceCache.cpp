#include "SourceCache.h"
#include "OrdinaryFiles.h"
#include "support/LlvmCompat.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using clang::dependency_directives_scan::Directive;

namespace corolint {

namespace {

/// A file that is in memory already.
class CachedFile : public vfs::File {
public:
  CachedFile(vfs::Status About, StringRef Text)
      : About(std::move(About)), Text(Text) {}

  ErrorOr<vfs::Status> status() override { return About; }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    return MemoryBuffer::getMemBuffer(Text, Name.str());
  }
  std::error_code close() override { return {}; }

private:
  vfs::Status About;
  StringRef Text;
};

class CacheView : public compat::FileSystemView {
public:
  CacheView(SourceCache &Cache, IntrusiveRefCntPtr<vfs::FileSystem> Disk)
      : FileSystemView(std::move(Disk)), Cache(Cache) {
    if (auto Here = getUnderlyingFS().getCurrentWorkingDirectory())
      Folder = *Here;
  }

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    SmallString<256> Name = absolute(Path);
    ErrorOr<vfs::Status> Found = Cache.status(Name);
    return Found ? vfs::Status::copyWithNewName(*Found, Path) : Found;
  }

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    SmallString<256> Name = absolute(Path);
    ErrorOr<vfs::Status> Found = Cache.status(Name);
    if (!Found)
      return Found.getError();
    ErrorOr<StringRef> Text = Cache.text(Name);
    if (!Text)
      return Text.getError();
    return std::make_unique<CachedFile>(
        vfs::Status::copyWithNewName(*Found, Path), *Text);
  }

  vfs::directory_iterator dir_begin(const Twine &Path,
                                    std::error_code &Problem) override {
    return ProxyFileSystem::dir_begin(absolute(Path), Problem);
  }

  ErrorOr<std::string> getCurrentWorkingDirectory() const override {
    return Folder;
  }

  std::error_code setCurrentWorkingDirectory(const Twine &Path) override {
    Folder = std::string(absolute(Path));
    return {};
  }

private:
  SmallString<256> absolute(const Twine &Path) const override {
    SmallString<256> Name;
    if (!sys::path::is_absolute(Path))
      Name = Folder;
    sys::path::append(Name, Path);
    return Name;
  }

  SourceCache &Cache;
  std::string Folder;
};

} // namespace

SourceCache::SourceCache()
    : Disk(ordinaryFiles(vfs::createPhysicalFileSystem())) {}

SourceCache::Entry &SourceCache::at(StringRef Path) {
  {
    std::lock_guard<std::mutex> Guard(Lock);
    if (auto It = Entries.find(Path); It != Entries.end())
      return *It->second;
  }
  // Asked without the lock: two may ask the same, none waits for a disk.
  auto New = std::make_unique<Entry>(Disk->status(Path));
  std::lock_guard<std::mutex> Guard(Lock);
  return *Entries.try_emplace(Path, std::move(New)).first->second;
}

ErrorOr<vfs::Status> SourceCache::status(StringRef Path) {
  return at(Path).Found;
}

/// The lock of \p Into is held.
void SourceCache::read(StringRef Path, Entry &Into) {
  if (Into.IsRead)
    return;
  Into.IsRead = true;
  if (auto Text = Disk->getBufferForFile(Path))
    Into.Text = std::move(*Text);
  else
    Into.Problem = Text.getError();
}

ErrorOr<StringRef> SourceCache::text(StringRef Path) {
  Entry &Here = at(Path);
  if (!Here.Found)
    return Here.Found.getError();
  std::lock_guard<std::mutex> Guard(Here.Lock);
  read(Path, Here);
  if (!Here.Text)
    return Here.Problem;
  return Here.Text->getBuffer();
}

std::optional<ArrayRef<Directive>> SourceCache::directives(StringRef Path) {
  Entry &Here = at(Path);
  std::lock_guard<std::mutex> Guard(Here.Lock);
  read(Path, Here);
  if (!Here.Text)
    return std::nullopt;
  if (!Here.IsCutDown) {
    Here.IsCutDown = true;
    if (clang::scanSourceForDependencyDirectives(Here.Text->getBuffer(),
                                                 Here.Tokens, Here.Directives))
      Here.Directives.clear();
  }
  // An empty list would be taken for "none known" by the preprocessor.
  if (Here.Directives.empty())
    return std::nullopt;
  return ArrayRef<Directive>(Here.Directives);
}

IntrusiveRefCntPtr<vfs::FileSystem> SourceCache::view() {
  return makeIntrusiveRefCnt<CacheView>(*this, Disk);
}

} // namespace corolint
