#include "Jobs.h"
#include "Complain.h"
#include "OrdinaryFiles.h"
#include "Paths.h"
#include "ResponseFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace corolint {

std::vector<std::string> namedFiles(const Options &Asked) {
  std::vector<std::string> Files;
  StringSet<> Seen;
  for (const std::string &File : Asked.Files) {
    std::string Absolute = absolutePath(File);
    if (Seen.insert(Absolute).second)
      Files.push_back(std::move(Absolute));
  }
  return Files;
}

std::vector<std::string> filesToRead(const Options &Asked,
                                     const CompileDatabase &Database) {
  if (!Asked.Files.empty())
    return namedFiles(Asked);
  std::vector<std::string> Files = Database.files();
  if (Files.empty() && Asked.Flags)
    complain("no files given; name them in front of --");
  else if (Files.empty())
    complain("'" + Database.name() + "' lists no " +
             (Database.isEmpty() ? "files" : "C++ files"));
  return Files;
}

std::vector<std::string> withoutExcluded(std::vector<std::string> Files,
                                         const PathGlobs &Excluded) {
  std::string Example;
  erase_if(Files, [&](const std::string &File) {
    const std::string *Pattern = Excluded.match(File);
    if (Pattern)
      Example = shownPath(File) + "' by '" + *Pattern;
    return Pattern;
  });
  if (Files.empty())
    warn("nothing to analyse: all files are excluded, '" + Example + "'");
  return Files;
}

/// How \p File is compiled; no units after a complaint.
static std::vector<Unit> unitsOf(StringRef File, bool IsNamedByUser,
                                 CompileDatabase &Database) {
  std::string Shown = shownPath(File);
  std::string Source =
      IsNamedByUser ? "" : (", which '" + Database.name() + "' lists,").str();
  sys::fs::file_status Status;
  if (sys::fs::status(File, Status) || !sys::fs::exists(Status)) {
    complain("'" + Shown + "'" + Source + " does not exist");
    return {};
  }
  if (sys::fs::is_directory(Status)) {
    complain("'" + Shown + "' is a folder; name its files");
    return {};
  }
  if (mayNeverEnd(File)) {
    complain("'" + Shown + "' is a pipe or a device; only files are read");
    return {};
  }
  std::vector<Unit> Units;
  for (clang::tooling::CompileCommand &Command : Database.commands(File)) {
    std::string Mistake = responseFileMistake(Command);
    if (!Mistake.empty()) {
      complain("'" + Shown + "' could not be analysed: " + Mistake);
      return {};
    }
    Units.push_back({File.str(), std::move(Command)});
  }
  if (Units.empty())
    complain("'" + Shown + "' is not in '" + Database.name() +
             "'; add it to the build, or pass its flags after --");
  return Units;
}

std::optional<std::vector<Job>> prepareJobs(ArrayRef<std::string> Files,
                                            bool AreNamedByUser,
                                            CompileDatabase &Database,
                                            TidyConfig &Config) {
  std::vector<Job> Jobs;
  bool ConfigIsGood = Config.checkNamedFiles();
  size_t SwitchedOff = 0;
  for (const std::string &File : Files) {
    Job Next{File, {}, {}};
    {
      Complaints Heard;
      Next.Units = unitsOf(File, AreNamedByUser, Database);
      Next.Complaints = Heard.lines();
    }
    if (!Next.Units.empty()) {
      if (!Config.check(File)) {
        ConfigIsGood = false;
        continue;
      }
      if (!Config.anyCheckOn(File)) {
        ++SwitchedOff;
        continue;
      }
    }
    Jobs.push_back(std::move(Next));
  }
  if (!ConfigIsGood)
    return std::nullopt;
  if (SwitchedOff == Files.size()) {
    complain("every check is switched off; see --checks and .clang-tidy");
    return std::nullopt;
  }
  return Jobs;
}

} // namespace corolint
