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

/// \p Content gets the digests of what was read.
std::string folderAsBytes(StringRef Name, const AskedOfFolder &Asked,
                          std::string &Content) {
  FlatWriter To;
  To.text(Name);
  To.count(Asked.Listing != nullptr);
  if (Asked.Listing)
    Content += Asked.Listing->Content;
  To.count(Asked.Read.size());
  for (const auto &[File, Read] : Asked.Read) {
    To.text(File);
    Content += Read->Content;
  }
  write(Asked.Seen, To);
  write(Asked.Missing, To);
  return std::move(To.Bytes);
}

} // namespace

FootprintOf footprintOf(const LookedUp &Files, const PortableNames &Names) {
  FlatWriter Footprint;
  std::string Contents;
  for (const auto &[Folder, Asked] : byFolder(Files)) {
    std::string Content;
    Footprint.text(folderAsBytes(Names.encode(Folder), Asked, Content));
    Contents += contentDigest(Content);
  }
  return {std::move(Footprint.Bytes), contentDigest(Contents)};
}

std::string FootprintsNow::contentOfFolder(StringRef Asked) {
  FlatReader From(Asked);
  auto Path = Names.decode(From.text());
  if (!Path || !StringRef(*Path).starts_with("/"))
    return "";
  FolderNow &Folder = Now.folder(*Path);
  std::string Content;
  auto Add = [&](StringRef Digest) {
    Content += Digest;
    return !Digest.empty();
  };
  if (From.count() && !Add(Folder.listing()))
    return "";
  for (uint32_t I = From.count(); I && From.isGood(); --I)
    if (!Add(Folder.contentOf(From.text())))
      return "";
  for (bool IsThere : {true, false})
    for (uint32_t I = From.count(); I && From.isGood(); --I)
      if (Folder.has(From.text()) != IsThere)
        return "";
  return From.isGood() && From.isAtEnd() ? contentDigest(Content) : "";
}

std::string FootprintsNow::contentOf(StringRef Footprint) {
  FlatReader From(Footprint);
  std::string Contents;
  while (!From.isAtEnd()) {
    StringRef Asked = From.text();
    if (!From.isGood())
      return "";
    auto [Known, IsNew] = Folders.try_emplace(contentDigest(Asked));
    if (IsNew)
      Known->second = contentOfFolder(Asked);
    if (Known->second.empty())
      return "";
    Contents += Known->second;
  }
  return contentDigest(Contents);
}

} // namespace corolint
