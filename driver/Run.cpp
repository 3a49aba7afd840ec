#include "Run.h"
#include "CheckNames.h"
#include "CompileDatabase.h"
#include "Complain.h"
#include "ConfigPolicy.h"
#include "Engine.h"
#include "Paths.h"
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

void summarise(size_t Findings, size_t Analysed, size_t Failed) {
  outs().flush();
  errs() << "corolint: ";
  if (Analysed || Findings)
    errs() << counted(Findings, "finding") << " in "
           << counted(Analysed, "file") << (Failed ? "; " : "");
  if (Failed)
    errs() << counted(Failed, "file") << " could not be analysed";
  errs() << '\n';
}

ExitCode analyse(const Options &Asked, CompileDatabase &Database,
                 ArrayRef<std::string> Files) {
  // One file system for all, with a current folder of its own: options are
  // looked up by the names that compile commands use.
  IntrusiveRefCntPtr<vfs::FileSystem> FS(vfs::createPhysicalFileSystem());
  TidyConfig Config(Asked, FS);

  bool ConfigIsGood = Config.checkCommandLine();
  size_t Failed = 0, SwitchedOff = 0;
  std::vector<Job> Jobs;
  for (const std::string &File : Files) {
    Job Next = prepare(File, !Asked.Files.empty(), Database);
    if (Next.Commands.empty())
      ++Failed;
    else if (!Config.check(File))
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
  size_t Analysed = 0;
  for (const Job &Each : Jobs) {
    bool Good = true;
    for (const auto &Command : Each.Commands)
      Good &= Engine.analyse(Each.File, Command, Found);
    ++(Good ? Analysed : Failed);
    if (Found.configMistakes().empty())
      continue;
    for (const std::string &Mistake : Found.configMistakes())
      complain(Mistake);
    return Misused;
  }
  size_t Number = Found.print(Config);
  if (!Asked.Quiet)
    summarise(Number, Analysed, Failed);
  if (Failed)
    return Incomplete;
  return Number ? HasFindings : Clean;
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
  if (!toolIsWhole())
    return Misused;
  std::unique_ptr<CompileDatabase> Database = CompileDatabase::load(Asked);
  if (!Database)
    return Misused;
  std::vector<std::string> Files = filesToRead(Asked, *Database);
  if (Files.empty())
    return Misused;
  return analyse(Asked, *Database, Files);
}

} // namespace corolint
