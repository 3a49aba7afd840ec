#include "Manifest.h"
#include "Contents.h"
#include "FlatBytes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace corolint {

static constexpr StringLiteral Magic = "corolint unit manifest 1\n";

/// The key is part of it: the manifest of one unit is none of another.
static std::string checkSum(StringRef Key, StringRef Bytes) {
  return contentDigest(Key.str() + Bytes.str());
}

std::optional<Manifest> Manifest::fromBytes(StringRef Bytes, StringRef Key) {
  if (!Bytes.consume_front(Magic) || Bytes.size() < DigestSize)
    return std::nullopt;
  StringRef Sum = Bytes.take_front(DigestSize);
  Bytes = Bytes.drop_front(DigestSize);
  if (checkSum(Key, Bytes) != Sum)
    return std::nullopt;
  FlatReader From(Bytes);
  Manifest Read;
  for (uint32_t I = From.count(); I && From.isGood(); --I)
    Read.Footprints.push_back(From.text().str());
  for (uint32_t I = From.count(); I && From.isGood(); --I) {
    Entry New;
    New.Footprint = From.count();
    New.Content = From.raw(DigestSize).str();
    New.ResultDigest = From.raw(DigestSize).str();
    if (New.Footprint >= Read.Footprints.size())
      return std::nullopt;
    Read.Entries.push_back(std::move(New));
  }
  return From.isGood() && From.isAtEnd() ? std::optional(std::move(Read))
                                         : std::nullopt;
}

std::string Manifest::toBytes(StringRef Key) const {
  FlatWriter To;
  To.count(Footprints.size());
  for (const std::string &Footprint : Footprints)
    To.text(Footprint);
  To.count(Entries.size());
  for (const Entry &Each : Entries) {
    To.count(Each.Footprint);
    To.raw(Each.Content);
    To.raw(Each.ResultDigest);
  }
  return Magic.str() + checkSum(Key, To.Bytes) + To.Bytes;
}

void Manifest::add(StringRef Footprint, StringRef Content,
                   StringRef ResultDigest) {
  Manifest Older = std::move(*this);
  Footprints = {Footprint.str()};
  Entries = {{0, Content.str(), ResultDigest.str()}};
  addOlder(Older);
}

void Manifest::addOlder(const Manifest &Other) {
  for (const Entry &Each : Other.Entries) {
    const std::string &Footprint = Other.Footprints[Each.Footprint];
    bool IsKnown = any_of(Entries, [&](const Entry &Mine) {
      return Mine.Content == Each.Content &&
             Footprints[Mine.Footprint] == Footprint;
    });
    if (IsKnown || Entries.size() == MaxEntries)
      continue;
    auto It = find(Footprints, Footprint);
    Entry New = Each;
    New.Footprint = It - Footprints.begin();
    if (It == Footprints.end())
      Footprints.push_back(Footprint);
    Entries.push_back(std::move(New));
  }
}

} // namespace corolint
