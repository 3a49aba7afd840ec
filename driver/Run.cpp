#include "Run.h"
#include "Analysis.h"
#include "CachedUnits.h"
#include "ChangedUnits.h"
#include "CheckNames.h"
#include "CompileDatabase.h"
#include "Complain.h"
#include "Conclusion.h"
#include "ConfigPolicy.h"
#include "Demonstrate.h"
#include "Doctor.h"
#include "Git.h"
#include "OrdinaryFiles.h"
#include "Paths.h"
#include "Profile.h"
#include "Progress.h"
#include "ProjectDefaults.h"
#include "ProjectSchema.h"
#include "Requests.h"
#include "Selftest.h"
#include "TidyConfig.h"
#include "VerifyConfig.h"
#include "WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

namespace {

bool optionsMakeSense(const Options &Asked) {
  bool Good = true;
  forEachGlob(Asked.Checks, [&](StringRef Glob) {
    std::string Unknown = unknownCheck(Glob);
    if (!Unknown.empty())
      complain("--checks: " + Unknown);
    Good &= Unknown.empty();
  });
  if (Asked.Do == Command::Doctor && Asked.Files.empty()) {
    complain("'corolint doctor' needs a file behind it");
    Good = false;
  }
  if (Asked.Schema && Asked.Do != Command::VerifyConfig) {
    complain("--schema goes with 'corolint verify-config'");
    Good = false;
  }
  if (Asked.DiffRef && Asked.LineFilter) {
    complain("--diff and --line-filter do not go together");
    Good = false;
  }
  // Of what they leave out it could not be said that it is gone.
  bool WritesBaseline = Asked.Do == Command::BaselineCreate ||
                        Asked.Do == Command::BaselineUpdate ||
                        Asked.Do == Command::BaselinePrune;
  if (WritesBaseline && (Asked.DiffRef || Asked.LineFilter)) {
    complain("'corolint baseline' is about whole files; leave out --diff and "
             "--line-filter");
    Good = false;
  }
  if (std::string Why = output::unwritable(Asked.ProfileFile); !Why.empty()) {
    complain("--profile: " + Why);
    Good = false;
  }
  std::string Why;
  if (Asked.HeaderFilter && !Regex(*Asked.HeaderFilter).isValid(Why)) {
    complain("--header-filter: '" + *Asked.HeaderFilter +
             "' is not a regular expression: " + Why);
    Good = false;
  }
  return Good;
}

bool toolIsWhole() {
  if (sys::fs::is_directory(COROLINT_RESOURCE_DIR "/include"))
    return true;
  complain("Clang's own headers are not in '" COROLINT_RESOURCE_DIR
           "'; install the LLVM that corolint was built with");
  return false;
}

std::vector<const Unit *> unitsOf(ArrayRef<Job> Jobs) {
  std::vector<const Unit *> Units;
  for (const Job &J : Jobs)
    for (const Unit &U : J.Units)
      Units.push_back(&U);
  return Units;
}

AnalysisSettings settingsOf(const Options &Asked) {
  AnalysisSettings Settings;
  Settings.Jobs = Asked.Jobs ? *Asked.Jobs : defaultJobs();
  Settings.Limits = {Asked.TimeoutSeconds, uint64_t(Asked.MaxMemoryMB) << 20};
  Settings.Taken.SkipBodies = !Asked.ParseBodies;
  // Who names a file wants to know of it, also that it does not compile.
  Settings.DropsHopeless = !Asked.ParseAll && Asked.Files.empty();
  Settings.SharesHeaders = !Asked.NoSharedHeaders;
  return Settings;
}

/// Null if the user wants none; nothing after a complaint.
std::optional<std::unique_ptr<ResultCache>> openCache(const Options &Asked) {
  CacheSettings Settings;
  Settings.Folder =
      Asked.CacheFolder ? *Asked.CacheFolder : defaultCacheFolder();
  Settings.MaxBytes = uint64_t(Asked.CacheMB) << 20;
  Settings.RemoteUrl = Asked.RemoteCache;
  Settings.RemoteIsReadOnly = Asked.RemoteCacheIsReadOnly;
  Settings.Root = absolutePath(".");
  if (Settings.Folder.empty() && Settings.RemoteUrl.empty())
    return nullptr;
  std::unique_ptr<ResultCache> Cache = ResultCache::open(Settings);
  return Cache ? std::optional(std::move(Cache)) : std::nullopt;
}

/// What --diff or --line-filter names; nothing after a complaint.
std::optional<ChangedLines> linesToShow(const Options &Asked) {
  if (Asked.DiffRef)
    return changedSince(*Asked.DiffRef);
  std::string Mistake;
  auto Files = linesOfJson(*Asked.LineFilter, Mistake);
  if (Files)
    return ChangedLines(std::move(*Files), ChangedLines::Names::Ends);
  complain("--line-filter: " + Mistake);
  return std::nullopt;
}

/// The reports are written all the same.
ExitCode nothingChanged(const Options &Asked,
                        ArrayRef<output::ReportRequest> Reports) {
  if (!Asked.Quiet)
    errs() << "corolint: no changed C++ files\n";
  return output::fulfil(Reports, output::Report()) ? Clean : Misused;
}

/// False after a complaint.
bool write(const Profile &Profiled, const std::string &File) {
  std::string Why = output::writeWhole(
      File, [&](raw_ostream &Out) { Out << Profiled.document() << '\n'; });
  if (!Why.empty())
    complain("cannot write '" + File + "': " + Why);
  return Why.empty();
}

/// Gives \p Run the results of all units of \p Jobs, from \p Cache or by
/// analysis, and \p Profiled as well if that is not null. False after a
/// complaint.
bool findResults(const Options &Asked, ArrayRef<Job> Jobs, TidyConfig &Config,
                 IntrusiveRefCntPtr<vfs::FileSystem> FS, ResultCache *Cache,
                 Course &Run, Profile *Profiled) {
  const std::vector<const Unit *> Units = unitsOf(Jobs);
  EngineListener &Inner =
      Profiled ? *Profiled : static_cast<EngineListener &>(Run);
  Progress Shown(Asked, Units.size(), Inner);
  CachedUnits Cached(Cache, Config, Shown);
  // To look up a unit is cheaper than to scan it.
  const AnalysisSettings Settings = settingsOf(Asked);
  Run.statistics().setJobs(Settings.Jobs);
  bool IsWhole = analyse(Cached.answer(Units, Settings.DropsHopeless), Config,
                         FS, Settings, Cached);
  Shown.finish(!IsWhole);
  if (Cache) {
    Cache->finish();
    Run.statistics().addCache(Cache->stats());
  }
  if (!IsWhole)
    complain("interrupted; no report is written");
  return IsWhole;
}

ExitCode analyse(const Options &Asked, const ProjectFile &Project,
                 ArrayRef<output::ReportRequest> Reports,
                 CompileDatabase &Database, ArrayRef<std::string> Files,
                 Profile::Time Began) {
  sys::TimePoint<> Start = std::chrono::system_clock::now();
  std::optional<BaselineOfRun> Baseline = BaselineOfRun::prepare(Asked);
  if (!Baseline)
    return Misused;
  std::optional<ChangedLines> Lines;
  if ((Asked.DiffRef || Asked.LineFilter) && !(Lines = linesToShow(Asked)))
    return Misused;
  // One file system for all, with a current folder of its own: options are
  // looked up by the names that compile commands use.
  IntrusiveRefCntPtr<vfs::FileSystem> FS =
      ordinaryFiles(vfs::createPhysicalFileSystem());
  TidyConfig Config(Asked, Project, FS);
  std::optional<std::vector<Job>> Jobs =
      prepareJobs(Files, !Asked.Files.empty(), Database, Config);
  if (!Jobs)
    return Misused;

  if (Asked.DiffRef)
    keepChanged(*Jobs, *Lines, Config);
  if (Asked.DiffRef && Jobs->empty())
    return nothingChanged(Asked, Reports);

  const PathGlobs Excluded = Project.excluded();
  bool ChecksAll = Asked.Files.empty() && !Asked.DiffRef;
  Course Run(*Jobs, Config, ChecksAll, Excluded);
  Run.skipOthers(Files);
  if (Lines)
    Run.showOnly(*Lines);
  auto Cache = openCache(Asked);
  if (!Cache)
    return Misused;
  Run.statistics().setStart(Began);
  Profile Profiled(Began, Run);
  bool HasProfile = !Asked.ProfileFile.empty();
  if (!findResults(Asked, *Jobs, Config, FS, Cache->get(), Run,
                   HasProfile ? &Profiled : nullptr))
    return Interrupted;
  std::vector<std::string> Mistakes = Run.configMistakes();
  for (const std::string &Mistake : Mistakes)
    complain(Mistake);
  if (!Mistakes.empty())
    return Misused;

  ExitCode Code = conclude(Asked, Reports, *Baseline, Run, Start);
  if (HasProfile && !write(Profiled, Asked.ProfileFile))
    return Misused;
  return Code;
}

} // namespace

ExitCode run(Options Asked) {
  const Profile::Time Began = std::chrono::steady_clock::now();
  if (Asked.Explain)
    return explainCheck(*Asked.Explain, outs()) ? Clean : Misused;
  if (Asked.Do == Command::Selftest)
    return selftest(Asked);
  if (Asked.Do == Command::Demonstrate)
    return demonstrate(Asked);
  if (!optionsMakeSense(Asked))
    return Misused;
  if (Asked.Schema) {
    writeProjectSchema(outs());
    return Clean;
  }
  std::optional<ProjectFile> Project = loadProjectFile(Asked);
  if (!Project)
    return Misused;
  fillIn(Asked, *Project);
  if (Asked.ListChecks) {
    listChecks(joined(effectiveGlobs({Project->CheckList, ""}, {},
                                     {Asked.Checks, ""})),
               outs());
    return Clean;
  }
  if (Asked.Do == Command::VerifyConfig && !Asked.Files.empty())
    return verifyConfig(Asked, *Project, namedFiles(Asked));
  auto Reports = output::parseReports(Asked.Reports);
  if (!Reports || !toolIsWhole())
    return Misused;
  std::unique_ptr<CompileDatabase> Database = CompileDatabase::load(Asked);
  if (!Database)
    return Misused;
  std::vector<std::string> Files = filesToRead(Asked, *Database);
  if (Files.empty())
    return Misused;
  if (Asked.Do == Command::VerifyConfig)
    return verifyConfig(Asked, *Project, Files);
  if (Asked.Do == Command::Doctor)
    return doctor(Asked, *Project, *Database, Files);
  Files = withoutExcluded(std::move(Files), Project->excluded());
  // Who names files one by one may well name those.
  if (Files.empty())
    return Asked.Files.empty() ? Misused : Clean;
  return analyse(Asked, *Project, *Reports, *Database, Files, Began);
}

} // namespace corolint
