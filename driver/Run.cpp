#include "Run.h"
#include "CheckNames.h"
#include "CompileDatabase.h"
#include "Complain.h"
#include "ConfigPolicy.h"
#include "Engine.h"
#include "FromTidy.h"
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

/// A file and how it is compiled.
struct Job {
  std::string File;
  std::vector<clang::tooling::CompileCommand> Commands;
};

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

/// The files to look at, or nothing after a complaint.
std::vector<std::string> filesToRead(const Options &Asked,
                                     const CompileDatabase &Database) {
  std::vector<std::string> Files;
  if (Asked.Files.empty()) {
    Files = Database.files();
    if (Files.empty() && Asked.Flags)
      complain("no files given; name them in front of --");
    else if (Files.empty())
      complain("'" + Database.name() + "' lists no " +
               (Database.isEmpty() ? "files" : "C++ files"));
    return Files;
  }
  for (const std::string &File : Asked.Files) {
    std::string Absolute = absolutePath(File);
    if (!is_contained(Files, Absolute))
      Files.push_back(Absolute);
  }
  return Files;
}

/// How to compile \p File; no command after a complaint.
Job prepare(StringRef File, bool IsNamedByUser, CompileDatabase &Database) {
  std::string Shown = shownPath(File);
  std::string Source =
      IsNamedByUser ? "" : (", which '" + Database.name() + "' lists,").str();
  Job Prepared{File.str(), {}};
  if (!sys::fs::exists(File)) {
    complain("'" + Shown + "'" + Source + " does not exist");
    return Prepared;
  }
  if (sys::fs::is_directory(File)) {
    complain("'" + Shown + "' is a folder; name its files");
    return Prepared;
  }
  Prepared.Commands = Database.commands(File);
  if (Prepared.Commands.empty())
    complain("'" + Shown + "' is not in '" + Database.name() +
             "'; add it to the build, or pass its flags after --");
  return Prepared;
}

void summarise(const output::Report &R) {
  size_t Findings = R.Results.size(), Analysed = R.Analysed.size(),
         Failed = R.Failures.size();
  outs().flush();
  errs() << "corolint: ";
  if (Analysed || Findings)
    errs() << counted(Findings, "finding") << " in "
           << counted(Analysed, "file") << (Failed ? "; " : "");
  if (Failed)
    errs() << counted(Failed, "file") << " could not be analysed";
  errs() << '\n';
}

/// Does \p Work on \p File; false if it could not be done, and then \p Into
/// knows why.
bool attempt(StringRef File, output::Report &Into, function_ref<bool()> Work) {
  Complaints Heard;
  if (Work())
    return true;
  Into.Failures.push_back({shownPath(File), Heard.text()});
  return false;
}

ExitCode analyse(const Options &Asked, ArrayRef<output::ReportRequest> Reports,
                 CompileDatabase &Database, ArrayRef<std::string> Files) {
  // One file system for all, with a current folder of its own: options are
  // looked up by the names that compile commands use.
  IntrusiveRefCntPtr<vfs::FileSystem> FS(vfs::createPhysicalFileSystem());
  TidyConfig Config(Asked, FS);

  bool ConfigIsGood = Config.checkCommandLine();
  size_t SwitchedOff = 0;
  output::Report Result;
  std::vector<Job> Jobs;
  for (const std::string &File : Files) {
    Job Next;
    bool IsPrepared = attempt(File, Result, [&] {
      Next = prepare(File, !Asked.Files.empty(), Database);
      return !Next.Commands.empty();
    });
    if (!IsPrepared)
      continue;
    if (!Config.check(File))
      ConfigIsGood = false;
    else if (!Config.anyCheckOn(File))
      ++SwitchedOff;
    else
      Jobs.push_back(std::move(Next));
  }
  if (!ConfigIsGood)
    return Misused;
  if (SwitchedOff == Files.size()) {
    complain("every check is switched off; see --checks and .clang-tidy");
    return Misused;
  }

  Engine Engine(Config, FS);
  Findings Found;
  for (const Job &Each : Jobs) {
    bool Good = attempt(Each.File, Result, [&] {
      bool AllGood = true;
      for (const auto &Command : Each.Commands)
        AllGood &= Engine.analyse(Each.File, Command, Found);
      return AllGood;
    });
    if (Good)
      Result.Analysed.push_back(shownPath(Each.File));
    if (Found.configMistakes().empty())
      continue;
    for (const std::string &Mistake : Found.configMistakes())
      complain(Mistake);
    return Misused;
  }
  Result.Results = output::resultsOf(Found.ordered());
  bool AllWritten = output::fulfil(Reports, Result);
  if (!Asked.Quiet)
    summarise(Result);
  if (!AllWritten)
    return Misused;
  if (!Result.Failures.empty())
    return Incomplete;
  return Result.Results.empty() ? Clean : HasFindings;
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
