#include "FilesNow.h"
#include "Contents.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

std::pair<StringRef, StringRef> splitPath(StringRef Path) {
  size_t Slash = Path.rfind('/');
  return {Path.take_front(std::max<size_t>(Slash, 1)),
          Path.drop_front(Slash + 1)};
}

void FolderNow::ask() {
  if (Now != State::NotAsked)
    return;
  std::error_code Error;
  for (sys::fs::directory_iterator It(Path, Error), End; !Error && It != End;
       It.increment(Error))
    Names.insert(sys::path::filename(It->path()));
  if (!Error)
    Now = State::Listed;
  else if (Error == std::errc::no_such_file_or_directory ||
           Error == std::errc::not_a_directory)
    Now = State::NoFolder;
  else
    Now = State::Unlistable;
}

std::string FolderNow::pathOf(StringRef Name) const {
  return (Path == "/" ? "/" + Name : Path + "/" + Name).str();
}

bool FolderNow::has(StringRef Name) {
  ask();
  if (Now == State::NoFolder || (Now == State::Listed && !Names.contains(Name)))
    return false;
  // A link may lead nowhere.
  return sys::fs::exists(pathOf(Name));
}

StringRef FolderNow::listing() {
  ask();
  if (Now == State::Listed && Listing.empty()) {
    std::vector<std::string> All;
    for (const auto &Name : Names)
      All.push_back(Name.first().str());
    Listing = listingDigest(std::move(All));
  }
  return Listing;
}

std::string FolderNow::readContent(StringRef Name) {
  std::string File = pathOf(Name);
  struct stat Status;
  if (stat(File.c_str(), &Status) || !S_ISREG(Status.st_mode))
    return "";
  FileStamp Stamp(Status);
  if (StringRef Known = Table.find(File, Stamp); !Known.empty())
    return Known.str();
  auto Text = MemoryBuffer::getFile(File, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false,
                                    /*IsVolatile=*/true);
  if (!Text)
    return "";
  std::string Digest = contentDigest((*Text)->getBuffer());
  Table.add(File, Stamp, Digest);
  return Digest;
}

StringRef FolderNow::contentOf(StringRef Name) {
  auto [It, IsNew] = Contents.try_emplace(Name);
  if (IsNew)
    It->second = readContent(Name);
  return It->second;
}

FolderNow &FilesNow::folder(StringRef Path) {
  std::unique_ptr<FolderNow> &Folder = Folders[Path];
  if (!Folder)
    Folder = std::make_unique<FolderNow>(Path, Table);
  return *Folder;
}

StringRef FilesNow::contentOf(StringRef Path) {
  auto [Folder, Name] = splitPath(Path);
  return folder(Folder).contentOf(Name);
}

} // namespace corolint
