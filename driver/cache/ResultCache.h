// The results of earlier runs, here and on other machines.

#ifndef COROLINT_DRIVER_CACHE_RESULTCACHE_H
#define COROLINT_DRIVER_CACHE_RESULTCACHE_H

#include "Footprint.h"
#include "LocalStore.h"
#include "Manifest.h"
#include "RemoteStore.h"
#include "UnitResult.h"
#include "llvm/ADT/StringSet.h"

namespace corolint {

struct CacheSettings {
  std::string Folder;
  uint64_t MaxBytes = 0;
  std::string RemoteUrl; ///< empty: none
  bool RemoteIsReadOnly = false;
  std::string Root; ///< of the project, absolute
};

struct CacheStats {
  size_t Found = 0;
  size_t FoundRemotely = 0; ///< of these
  size_t NotFound = 0;
  size_t Stored = 0;
  size_t Unsteady = 0; ///< not stored: a file changed meanwhile
  size_t Corrupt = 0;  ///< entries that were damaged, and are removed
};

class ResultCache {
public:
  /// Null, after a complaint, if the settings make no sense. A folder that
  /// cannot be used is none of that: finish() will warn of it.
  static std::unique_ptr<ResultCache> open(const CacheSettings &Settings);
  ~ResultCache();

  /// The results of \p Keys (UnitKeys.h) in their order, those that still hold.
  /// They do not say what files they were made from.
  std::vector<std::optional<UnitResult>> find(llvm::ArrayRef<std::string> Keys);

  /// Keeps \p Result if it says all about its unit.
  void store(llvm::StringRef Key, const UnitResult &Result);

  /// Sends and tidies up what is left to do.
  void finish();

  const CacheStats &stats() const { return Stats; }
  FilesNow &files() { return Now; }
  const PortableNames &names() const { return Names; }

private:
  ResultCache(const CacheSettings &Settings,
              std::unique_ptr<RemoteStore> Remote);

  std::optional<Manifest> readManifest(llvm::StringRef Key);
  std::string resultOf(const Manifest &Known);
  std::optional<UnitResult> takeResult(llvm::StringRef Digest,
                                       llvm::StringRef Bytes);
  std::optional<UnitResult> readResult(llvm::StringRef Digest);
  std::optional<UnitResult> findLocally(llvm::StringRef Key);
  void findRemotely(llvm::ArrayRef<std::string> Keys,
                    llvm::ArrayRef<size_t> Which,
                    std::vector<std::optional<UnitResult>> &Into);
  void corrupt(const std::string &Name);
  void write(const std::string &Name, llvm::StringRef Bytes);

  CacheSettings Settings;
  LocalStore Local;
  std::unique_ptr<RemoteStore> Remote; ///< may be null
  PortableNames Names;
  StatTable Table;
  FilesNow Now;
  FootprintsNow Footprints;
  CacheStats Stats;
  llvm::StringSet<> Written; ///< results, in this run
};

/// $XDG_CACHE_HOME/corolint or ~/.cache/corolint; empty if there is no home.
std::string defaultCacheFolder();

} // namespace corolint

#endif
