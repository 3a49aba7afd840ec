#include "Footprint.h"
#include "Contents.h"
#include "FlatBytes.h"
#include "llvm/ADT/ArrayRef.h"
#include <map>

using namespace llvm;

namespace corolint {

namespace {

/// What was asked of one folder.
struct AskedOfFolder {
  const NamedContent *Listing = nullptr;
  std::vector<std::pair<StringRef, const NamedContent *>> Read;
  std::vector<StringRef> Seen, Missing;
};

std::map<StringRef, AskedOfFolder> byFolder(const LookedUp &Files) {
  std::map<StringRef, AskedOfFolder> Folders;
  for (const NamedContent &Folder : Files.Listed)
    Folders[Folder.Name].Listing = &Folder;
  for (const NamedContent &File : Files.Read) {
    auto [Folder, Name] = splitPath(File.Name);
    if (File.Content.empty())
      Folders[Folder].Seen.push_back(Name);
    else
      Folders[Folder].Read.push_back({Name, &File});
  }
  for (StringRef File : Files.Missing) {
    auto [Folder, Name] = splitPath(File);
    Folders[Folder].Missing.push_back(Name);
  }
  return Folders;
}

void write(ArrayRef<StringRef> List, FlatWriter &To) {
  To.count(List.size());
  for (StringRef Name : List)
    To.text(Name);
}

} // namespace

FootprintOf footprintOf(const LookedUp &Files, const PortableNames &Names) {
  FlatWriter Footprint;
  std::string Contents;
  for (const auto &[Folder, Asked] : byFolder(Files)) {
    Footprint.text(Names.encode(Folder));
    Footprint.count(Asked.Listing != nullptr);
    if (Asked.Listing)
      Contents += Asked.Listing->Content;
    Footprint.count(Asked.Read.size());
    for (const auto &[Name, File] : Asked.Read) {
      Footprint.text(Name);
      Contents += File->Content;
    }
    write(Asked.Seen, Footprint);
    write(Asked.Missing, Footprint);
  }
  return {std::move(Footprint.Bytes), contentDigest(Contents)};
}

std::string contentNow(StringRef Footprint, FilesNow &Now,
                       const PortableNames &Names) {
  FlatReader From(Footprint);
  std::string Contents;
  while (!From.isAtEnd()) {
    auto Path = Names.decode(From.text());
    if (!From.isGood() || !Path || !StringRef(*Path).starts_with("/"))
      return "";
    FolderNow &Folder = Now.folder(*Path);
    auto Add = [&](StringRef Content) {
      Contents += Content;
      return !Content.empty();
    };
    if (From.count() && !Add(Folder.listing()))
      return "";
    for (uint32_t I = From.count(); I && From.isGood(); --I)
      if (!Add(Folder.contentOf(From.text())))
        return "";
    for (uint32_t I = From.count(); I && From.isGood(); --I)
      if (!Folder.has(From.text()))
        return "";
    for (uint32_t I = From.count(); I && From.isGood(); --I)
      if (Folder.has(From.text()))
        return "";
    if (!From.isGood())
      return "";
  }
  return contentDigest(Contents);
}

} // namespace corolint
