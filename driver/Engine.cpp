#include "Engine.h"
#include "Attempt.h"
#include "Complain.h"
#include "Paths.h"
#include "support/LlvmCompat.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include <unistd.h>

using namespace llvm;
using namespace clang::tooling;

namespace corolint {

/// For one file, once another has crashed.
static constexpr unsigned PatienceInSeconds = 600;

/// As clang-tidy applies ExtraArgs and RemovedArgs.
static void applyOptions(CompileCommand &Command,
                         const clang::tidy::ClangTidyOptions &Options) {
  std::vector<std::string> &Line = Command.CommandLine;
  for (const std::string &Removed : compat::removedArguments(Options))
    Line.erase(std::remove(Line.begin(), Line.end(), Removed), Line.end());
  if (Options.ExtraArgsBefore)
    Line = getInsertArgumentAdjuster(*Options.ExtraArgsBefore,
                                     ArgumentInsertPosition::BEGIN)(Line, "");
  if (Options.ExtraArgs)
    Line = getInsertArgumentAdjuster(*Options.ExtraArgs,
                                     ArgumentInsertPosition::END)(Line, "");
}

bool Engine::analyse(StringRef File, const CompileCommand &Command,
                     Findings &Found) {
  // A crash in one file must not cost the findings in the others; nor must a
  // lock that it left behind make the run wait for ever.
  if (HasCrashed)
    alarm(PatienceInSeconds);
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Recovery;
  Recovery.DumpStackAndCleanupOnFailure = true;
  bool Good = false;
  if (Recovery.RunSafely(
          [&] { Good = analyseUnguarded(File, Command, Found); }))
    return Good;
  FS->setCurrentWorkingDirectory(absolutePath("."));
  HasCrashed = true;
  complain("'" + shownPath(File) +
           "' could not be analysed: corolint or Clang crashed; please report "
           "it with the lines above");
  return false;
}

bool Engine::analyseUnguarded(StringRef File, CompileCommand Command,
                              Findings &Found) {
  auto Folder = FS->status(Command.Directory);
  if (!Folder || !Folder->isDirectory()) {
    complain("'" + shownPath(File) + "' could not be analysed: the folder '" +
             Command.Directory + "' of its command does not exist");
    return false;
  }
  applyOptions(Command, Config.getOptions(File));

  auto First = std::make_unique<Attempt>(Config, File);
  if (First->run(Command, Keep::AllKnown, FS)) {
    Found.add(First->findings());
    return true;
  }
  // What is found in a program that is not understood may be wrong.
  Found.addConfigMistakes(First->findings());
  if (!First->errors().onlyAboutCommand()) {
    First->errors().complainAbout(File);
    return false;
  }
  auto Second = std::make_unique<Attempt>(Config, File);
  if (Second->run(Command, Keep::NoMachine, FS)) {
    Found.add(Second->findings());
    return true;
  }
  bool CameFurther =
      Second->errors().any() && !Second->errors().onlyAboutCommand();
  (CameFurther ? Second : First)->errors().complainAbout(File);
  return false;
}

} // namespace corolint
