#include "Run.h"
#include "Analysis.h"
#include "BaselineOfRun.h"
#include "CachedUnits.h"
#include "CheckNames.h"
#include "CompileDatabase.h"
#include "Complain.h"
#include "ConfigPolicy.h"
#include "Course.h"
#include "Fixing.h"
#include "Paths.h"
#include "Requests.h"
#include "TidyConfig.h"
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

void summarise(const output::Report &R) {
  size_t Findings = R.Results.size(), Analysed = R.Analysed.size(),
         Failed = R.Failures.size(),
         Old = count_if(R.Suppressed, [](const output::Result &Each) {
           return any_of(Each.Suppressions, [](const output::Suppression &S) {
             return S.By == output::Suppression::Source::Baseline;
           });
         });
  outs().flush();
  errs() << "corolint: ";
  if (Analysed || Findings)
    errs() << counted(Findings, "finding") << " in "
           << counted(Analysed, "file");
  if (Old)
    errs() << ", and " << Old << " in the baseline";
  if (Failed && (Analysed || Findings))
    errs() << "; ";
  if (Failed)
    errs() << counted(Failed, "file") << " could not be analysed";
  errs() << '\n';
}

bool fails(const output::Result &R, FailOn Threshold) {
  return Threshold == FailOn::Warning ||
         (Threshold == FailOn::Error && R.IsError);
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

/// Makes the fixes of \p R and takes what they mend out of its results. False
/// after a complaint.
bool fix(output::Report &R, output::Fixing &Fixes, bool IsQuiet) {
  size_t Findings = R.Results.size();
  for (const output::Result &Each : R.Results)
    Fixes.add(Each);
  bool Good = Fixes.write();
  if (Findings && !IsQuiet) {
    size_t Fixed = Fixes.fixedFindings();
    errs() << "corolint: fixed " << (Fixed ? Twine(Fixed) : Twine("none"))
           << " of " << counted(Findings, "finding");
    if (Fixed)
      errs() << " in " << counted(Fixes.writtenFiles(), "file");
    errs() << '\n';
  }
  std::vector<output::Result> Left;
  for (output::Result &Each : R.Results)
    if (!Fixes.isFixed(Each))
      Left.push_back(std::move(Each));
  R.Results = std::move(Left);
  return Good;
}

/// What is to be done with what \p Run has found since \p Start.
ExitCode conclude(const Options &Asked, ArrayRef<output::ReportRequest> Reports,
                  const BaselineOfRun &Baseline, Course &Run,
                  sys::TimePoint<> Start) {
  output::Report Result = Run.report(Asked.UnusedSuppressions);
  if (Baseline.isToBeWritten()) {
    if (!Baseline.write(Result, Run.coverage(), Run.texts(), Asked.Quiet))
      return Misused;
    return Result.Failures.empty() ? Clean : Incomplete;
  }
  bool IsStale = Baseline.holdAgainst(Result, Run.coverage());
  bool AllWritten = output::fulfil(Reports, Result);
  if (!Asked.Quiet)
    summarise(Result);
  if (Asked.Stats)
    Run.statistics().print(errs());
  if (Asked.Fix && AllWritten) {
    output::Fixing Fixes(Run.texts(), Start);
    AllWritten = fix(Result, Fixes, Asked.Quiet);
  }
  if (!AllWritten)
    return Misused;
  if (!Result.Failures.empty())
    return Incomplete;
  auto Fails = [&](const output::Result &R) {
    return fails(R, Asked.Threshold);
  };
  return IsStale || any_of(Result.Results, Fails) ? HasFindings : Clean;
}

ExitCode analyse(const Options &Asked, ArrayRef<output::ReportRequest> Reports,
                 CompileDatabase &Database, ArrayRef<std::string> Files) {
  sys::TimePoint<> Start = std::chrono::system_clock::now();
  std::optional<BaselineOfRun> Baseline = BaselineOfRun::prepare(Asked);
  if (!Baseline)
    return Misused;
  // One file system for all, with a current folder of its own: options are
  // looked up by the names that compile commands use.
  IntrusiveRefCntPtr<vfs::FileSystem> FS(vfs::createPhysicalFileSystem());
  TidyConfig Config(Asked, FS);
  std::optional<std::vector<Job>> Jobs =
      prepareJobs(Files, !Asked.Files.empty(), Database, Config);
  if (!Jobs)
    return Misused;

  Course Run(*Jobs, Config, /*IsWholeProject=*/Asked.Files.empty());
  Run.skipOthers(Files);
  auto Cache = openCache(Asked);
  if (!Cache)
    return Misused;
  CachedUnits Cached(Cache->get(), Config, Run);
  // To look up a unit is cheaper than to scan it.
  const AnalysisSettings Settings = settingsOf(Asked);
  bool IsWhole = analyse(Cached.answer(unitsOf(*Jobs), Settings.DropsHopeless),
                         Config, FS, Settings, Cached);
  if (*Cache)
    (*Cache)->finish();
  if (!IsWhole) {
    complain("interrupted; no report is written");
    return Interrupted;
  }
  std::vector<std::string> Mistakes = Run.configMistakes();
  for (const std::string &Mistake : Mistakes)
    complain(Mistake);
  if (!Mistakes.empty())
    return Misused;

  return conclude(Asked, Reports, *Baseline, Run, Start);
}

} // namespace

ExitCode run(const Options &Asked) {
  if (Asked.Explain)
    return explainCheck(*Asked.Explain, outs()) ? Clean : Misused;
  if (!optionsMakeSense(Asked))
    return Misused;
  if (Asked.ListChecks) {
    listChecks(effectiveChecks("", Asked.Checks), outs());
    return Clean;
  }
  auto Reports = output::parseReports(Asked.Reports);
  if (!Reports || !toolIsWhole())
    return Misused;
  std::unique_ptr<CompileDatabase> Database = CompileDatabase::load(Asked);
  if (!Database)
    return Misused;
  std::vector<std::string> Files = filesToRead(Asked, *Database);
  if (Files.empty())
    return Misused;
  return analyse(Asked, *Reports, *Database, Files);
}

} // namespace corolint
