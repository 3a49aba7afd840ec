#include "Unit.h"
#include "Attempt.h"
#include "Complain.h"
#include "Paths.h"
#include "RecordingFS.h"
#include "support/LlvmCompat.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include <sys/resource.h>

using namespace llvm;
using namespace clang::tooling;

namespace corolint {

CompileCommand effectiveCommand(const Unit &U, TidyConfig &Config) {
  CompileCommand Command = U.Command;
  clang::tidy::ClangTidyOptions Options = Config.getOptions(U.File);
  std::vector<std::string> &Line = Command.CommandLine;
  for (const std::string &Removed : compat::removedArguments(Options))
    Line.erase(std::remove(Line.begin(), Line.end(), Removed), Line.end());
  if (Options.ExtraArgsBefore)
    Line = getInsertArgumentAdjuster(*Options.ExtraArgsBefore,
                                     ArgumentInsertPosition::BEGIN)(Line, "");
  if (Options.ExtraArgs)
    Line = getInsertArgumentAdjuster(*Options.ExtraArgs,
                                     ArgumentInsertPosition::END)(Line, "");
  return Command;
}

namespace {

/// The attempts at one unit, until one succeeds.
class Attempts {
public:
  Attempts(const Unit &U, TidyConfig &Config,
           IntrusiveRefCntPtr<vfs::FileSystem> FS)
      : File(U.File), Command(effectiveCommand(U, Config)), Config(Config),
        Recording(makeIntrusiveRefCnt<RecordingFS>(std::move(FS))) {}

  UnitResult run(const Shortcuts &Taken) {
    Complaints Heard;
    bool CanTry = folderExists();
    Result.Costs.HadSharedHeaders = !Taken.PrecompiledHeader.empty();
    bool Done = CanTry && (tryBothWays(Taken, /*Complains=*/!Taken.any()));
    if (CanTry && !Done && Taken.any()) {
      // A shortcut may be what failed.
      Result.Costs.FellBack = true;
      Done = tryBothWays(Shortcuts::none(), /*Complains=*/true);
    }
    Result.IsAnalysed = Done;
    Result.Complaints = Heard.lines();
    Result.Files = Recording->take();
    rusage Used;
    getrusage(RUSAGE_SELF, &Used);
    Result.Costs.PeakBytes = uint64_t(Used.ru_maxrss) * 1024;
    return std::move(Result);
  }

private:
  bool folderExists() {
    auto Folder = Recording->status(Command.Directory);
    if (Folder && Folder->isDirectory())
      return true;
    complain("'" + shownPath(File) + "' could not be analysed: the folder '" +
             Command.Directory + "' of its command does not exist");
    return false;
  }

  bool keep(Attempt &Done) {
    Result.ConfigMistakes = Done.found().configMistakes();
    Result.Findings = Done.found().takeFindings();
    return true;
  }

  bool tryBothWays(const Shortcuts &Taken, bool Complains) {
    Attempt First(Config, File);
    if (First.run(Command, Keep::AllKnown, Taken, Recording, Result.Costs))
      return keep(First);
    // What is found in a program that is not understood may be wrong.
    Result.ConfigMistakes = First.found().configMistakes();
    if (!First.errors().onlyAboutCommand()) {
      if (Complains)
        First.errors().complainAbout(File);
      return false;
    }
    Attempt Second(Config, File);
    if (Second.run(Command, Keep::NoMachine, Taken, Recording, Result.Costs))
      return keep(Second);
    bool CameFurther =
        Second.errors().any() && !Second.errors().onlyAboutCommand();
    if (Complains)
      (CameFurther ? Second : First).errors().complainAbout(File);
    return false;
  }

  const std::string &File;
  CompileCommand Command;
  TidyConfig &Config;
  IntrusiveRefCntPtr<RecordingFS> Recording;
  UnitResult Result;
};

} // namespace

UnitResult analyse(const Unit &U, TidyConfig &Config, const Shortcuts &Taken,
                   IntrusiveRefCntPtr<vfs::FileSystem> FS) {
  return Attempts(U, Config, std::move(FS)).run(Taken);
}

} // namespace corolint
