#include "ResultCache.h"
#include "Complain.h"
#include "Contents.h"
#include "PortableResult.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SHA256.h"
#include <cstdlib>

using namespace llvm;

namespace corolint {

/// How many files are asked of a remote cache at once.
static constexpr size_t RemoteBatch = 32;

/// By SHA-256, which servers of Bazel's protocol check themselves.
static std::string resultDigest(StringRef Bytes) {
  auto Digest = SHA256::hash(arrayRefFromStringRef(Bytes));
  return toStringRef(Digest).str();
}

static std::string manifestName(StringRef Key) { return ("ac/" + Key).str(); }

static std::string resultName(StringRef Digest) {
  return "cas/" + toHex(Digest, /*LowerCase=*/true);
}

std::string defaultCacheFolder() {
  // As XDG prescribes, a relative path counts as none.
  const char *Caches = std::getenv("XDG_CACHE_HOME");
  if (Caches && sys::path::is_absolute(Caches))
    return std::string(Caches) + "/corolint";
  const char *Home = std::getenv("HOME");
  if (Home && sys::path::is_absolute(Home))
    return std::string(Home) + "/.cache/corolint";
  return "";
}

std::unique_ptr<ResultCache> ResultCache::open(const CacheSettings &Settings) {
  std::unique_ptr<RemoteStore> Remote;
  if (!Settings.RemoteUrl.empty()) {
    Remote = RemoteStore::open(Settings.RemoteUrl, Settings.RemoteIsReadOnly);
    if (!Remote)
      return nullptr;
  }
  return std::unique_ptr<ResultCache>(
      new ResultCache(Settings, std::move(Remote)));
}

static StatTable readTable(LocalStore &Local) {
  auto Bytes = Local.read("stats");
  return StatTable(Bytes ? Bytes->getBuffer() : "");
}

ResultCache::ResultCache(const CacheSettings &Settings,
                         std::unique_ptr<RemoteStore> Remote)
    : Settings(Settings), Local(Settings.Folder), Remote(std::move(Remote)),
      Names(Settings.Root), Table(readTable(Local)), Now(Table),
      Footprints(Now, Names) {}

ResultCache::~ResultCache() = default;

void ResultCache::corrupt(const std::string &Name) {
  ++Stats.Corrupt;
  Local.remove(Name);
}

std::optional<Manifest> ResultCache::readManifest(StringRef Key) {
  auto Bytes = Local.read(manifestName(Key));
  if (!Bytes)
    return std::nullopt;
  auto Known = Manifest::fromBytes(Bytes->getBuffer(), Key);
  if (!Known)
    corrupt(manifestName(Key));
  return Known;
}

/// The digest of the result that holds now; empty if there is none.
std::string ResultCache::resultOf(const Manifest &Known) {
  std::vector<std::string> Contents;
  for (const std::string &Footprint : Known.footprints())
    Contents.push_back(Footprints.contentOf(Footprint));
  for (const Manifest::Entry &Each : Known.entries())
    if (Contents[Each.Footprint] == Each.Content)
      return Each.ResultDigest;
  return "";
}

std::optional<UnitResult> ResultCache::takeResult(StringRef Digest,
                                                  StringRef Bytes) {
  if (resultDigest(Bytes) != Digest)
    return std::nullopt;
  return fromPortableBytes(Bytes, Names);
}

std::optional<UnitResult> ResultCache::readResult(StringRef Digest) {
  auto Bytes = Local.read(resultName(Digest));
  if (!Bytes)
    return std::nullopt;
  auto Result = takeResult(Digest, Bytes->getBuffer());
  if (!Result)
    corrupt(resultName(Digest));
  return Result;
}

std::optional<UnitResult> ResultCache::findLocally(StringRef Key) {
  std::optional<Manifest> Known = readManifest(Key);
  std::string Digest = Known ? resultOf(*Known) : "";
  return Digest.empty() ? std::nullopt : readResult(Digest);
}

void ResultCache::findRemotely(ArrayRef<std::string> Keys,
                               ArrayRef<size_t> Which,
                               std::vector<std::optional<UnitResult>> &Into) {
  std::vector<std::string> Files;
  for (size_t I : Which)
    Files.push_back(manifestName(Keys[I]));
  auto Manifests = Remote->get(Files);

  std::vector<std::pair<size_t, std::string>> Wanted; // with its digest
  Files.clear();
  for (auto [I, Bytes] : zip(Which, Manifests)) {
    auto Known = Bytes ? Manifest::fromBytes(*Bytes, Keys[I]) : std::nullopt;
    Stats.Corrupt += Bytes && !Known;
    if (!Known)
      continue;
    Manifest Both = *Known;
    if (auto Mine = readManifest(Keys[I]))
      Both.addOlder(*Mine);
    Local.write(manifestName(Keys[I]), Both.toBytes(Keys[I]));
    std::string Digest = resultOf(*Known);
    if (Digest.empty() || (Into[I] = readResult(Digest)))
      continue;
    Wanted.push_back({I, Digest});
    Files.push_back(resultName(Digest));
  }
  if (Files.empty())
    return;
  auto Results = Remote->get(Files);
  for (auto [Unit, Bytes] : zip(Wanted, Results)) {
    auto [I, Digest] = Unit;
    Into[I] = Bytes ? takeResult(Digest, *Bytes) : std::nullopt;
    Stats.Corrupt += Bytes && !Into[I];
    Stats.FoundRemotely += Into[I].has_value();
    if (Into[I])
      Local.write(resultName(Digest), *Bytes);
  }
}

std::vector<std::optional<UnitResult>>
ResultCache::find(ArrayRef<std::string> Keys) {
  std::vector<std::optional<UnitResult>> Found(Keys.size());
  std::vector<size_t> Left;
  for (size_t I = 0; I < Keys.size(); ++I) {
    if (Keys[I].empty())
      continue;
    Found[I] = findLocally(Keys[I]);
    if (!Found[I])
      Left.push_back(I);
  }
  if (Remote)
    for (size_t I = 0; I < Left.size(); I += RemoteBatch)
      findRemotely(Keys, ArrayRef(Left).slice(I).take_front(RemoteBatch),
                   Found);
  for (const auto &Each : Found)
    ++(Each ? Stats.Found : Stats.NotFound);
  return Found;
}

void ResultCache::write(const std::string &Name, StringRef Bytes) {
  Local.write(Name, Bytes);
  if (Remote)
    Remote->put(Name, Bytes.str());
}

void ResultCache::store(StringRef Key, const UnitResult &Result) {
  // What was answered without reading a file would hold for ever.
  if (Key.empty() || !Result.IsAnalysed || Result.Files.Read.empty())
    return;
  if (!Result.Files.IsSteady) {
    ++Stats.Unsteady;
    return;
  }
  std::string Bytes = toPortableBytes(Result, Names);
  std::string Digest = resultDigest(Bytes);
  // Many units have the same result: none.
  if (Written.insert(Digest).second)
    write(resultName(Digest), Bytes);
  FootprintOf Files = footprintOf(Result.Files, Names);
  // Another process may have added to it meanwhile.
  Manifest Known = readManifest(Key).value_or(Manifest());
  Known.add(Files.Footprint, Files.Content, Digest);
  write(manifestName(Key), Known.toBytes(Key));
  Stats.Stored += Local.why().empty();
}

void ResultCache::finish() {
  if (Remote)
    Remote->flush();
  // The rest only saves time: a cache that others fill may be read-only.
  if (!Settings.Folder.empty() && !Local.why().empty())
    warn("nothing is stored in the cache '" + Settings.Folder +
         "': " + Local.why());
  if (Table.isChanged())
    Local.write("stats", Table.save());
  Local.prune(Settings.MaxBytes);
}

} // namespace corolint
