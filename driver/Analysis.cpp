#include "Analysis.h"
#include "PrecompiledHeader.h"
#include "SharedPrefixes.h"
#include "Survey.h"
#include "TemporaryFolder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace corolint {

namespace {

/// What is left at the end is then short.
void sortLongestFirst(std::vector<const Unit *> &Units) {
  std::vector<std::pair<uint64_t, const Unit *>> Sized;
  for (const Unit *U : Units) {
    uint64_t Size = 0;
    sys::fs::file_size(U->File, Size);
    Sized.push_back({Size, U});
  }
  stable_sort(Sized,
              [](const auto &A, const auto &B) { return A.first > B.first; });
  for (size_t I = 0; I < Units.size(); ++I)
    Units[I] = Sized[I].second;
}

class Analysis : private ChildListener {
public:
  Analysis(std::vector<const Unit *> AllUnits, TidyConfig &Config,
           IntrusiveRefCntPtr<vfs::FileSystem> FS,
           const AnalysisSettings &Settings, EngineListener &Listener)
      : Units(std::move(AllUnits)), Config(Config), FS(std::move(FS)),
        Settings(Settings), Listener(Listener) {
    sortLongestFirst(Units);
  }

  bool run() {
    if (!lookAtUnits())
      return false;
    for (const Unit *U : Units)
      Tasks.push_back({U, Settings.Taken, nullptr});
    if (Settings.SharesHeaders && !Heads.empty() && !precompileShared())
      return false;
    return analyseAll(Tasks, Config, FS, {Settings.Jobs, Settings.Limits},
                      Listener);
  }

private:
  /// Drops the units that cannot have findings, and learns how the others
  /// begin.
  bool lookAtUnits() {
    bool CanShare = Settings.SharesHeaders && Units.size() >= EnoughUnits;
    if (Units.empty() || (!Settings.DropsHopeless && !CanShare))
      return true;
    std::vector<UnitSurvey> Seen = survey(Units, Config, Settings.Jobs);
    if (Seen.empty())
      return false;
    std::vector<const Unit *> Kept;
    for (auto [U, Survey] : zip(Units, Seen)) {
      if (!Survey.MayHaveFindings && Settings.DropsHopeless) {
        drop(*U, Survey);
        continue;
      }
      Kept.push_back(U);
      Heads.push_back(std::move(Survey.Head));
    }
    Units = std::move(Kept);
    return true;
  }

  void drop(const Unit &U, UnitSurvey &Survey) {
    UnitResult Nothing;
    Nothing.IsAnalysed = true;
    Nothing.IsDropped = true;
    Nothing.Files = std::move(Survey.Files);
    Listener.ended(U, std::move(Nothing), UnitRun());
  }

  bool precompileShared() {
    Prefixes = sharedPrefixes(Heads);
    if (Prefixes.empty() || Folder.make())
      return true;
    Shared.resize(Prefixes.size());
    return runInChildren(
        Prefixes.size(), Settings.Jobs, Settings.Limits,
        [&](size_t I) {
          UnitResult Made;
          if (sys::fs::create_directory(folderOf(I)))
            return toBytes(Made);
          const SharedPrefix &Prefix = Prefixes[I];
          if (auto Files =
                  precompile(*Units[Prefix.Units.front()], Prefix.Includes,
                             folderOf(I), Config, Settings.Taken, FS)) {
            Made.IsAnalysed = true;
            Made.Files = std::move(*Files);
          }
          return toBytes(Made);
        },
        *this);
  }

  std::string folderOf(size_t I) const { return Folder.file(Twine(I)); }

  void started(size_t) override {}
  void waiting() override { Listener.waiting(); }

  /// Of a precompiled header. Without one the units are parsed as they are.
  void ended(size_t I, ChildOutcome Outcome) override {
    std::optional<UnitResult> Made = fromBytes(Outcome.Bytes);
    if (!Made || !Made->IsAnalysed)
      return;
    Shared[I] = std::move(Made->Files);
    for (size_t U : Prefixes[I].Units) {
      Tasks[U].Taken.PrecompiledHeader = precompiledHeaderIn(folderOf(I));
      Tasks[U].Shared = &Shared[I];
    }
  }

  std::vector<const Unit *> Units;
  TidyConfig &Config;
  IntrusiveRefCntPtr<vfs::FileSystem> FS;
  const AnalysisSettings &Settings;
  EngineListener &Listener;

  TemporaryFolder Folder;
  std::vector<UnitHead> Heads; ///< of Units; empty if nobody looked
  std::vector<SharedPrefix> Prefixes;
  std::vector<LookedUp> Shared; ///< for Prefixes
  std::vector<UnitTask> Tasks;  ///< for Units
};

} // namespace

bool analyse(std::vector<const Unit *> Units, TidyConfig &Config,
             IntrusiveRefCntPtr<vfs::FileSystem> FS,
             const AnalysisSettings &Settings, EngineListener &Listener) {
  InterruptsNoted Noted;
  return Analysis(std::move(Units), Config, std::move(FS), Settings, Listener)
      .run();
}

} // namespace corolint
