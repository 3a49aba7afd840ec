#include "Selftest.h"
#include "ChildProcesses.h"
#include "CommandTemplate.h"
#include "Complain.h"
#include "OutsideRun.h"
#include "Paths.h"
#include "SnippetProject.h"
#include "Symptoms.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace llvm;

namespace corolint {

namespace {

/// The .clang-tidy files of the current folder and those above.
struct TidyFilesHere {
  TidyFilesHere() {
    for (StringRef Folder = absolutePathHere(); !Folder.empty();
         Folder = sys::path::parent_path(Folder))
      read(Folder.str() + "/.clang-tidy");
    std::reverse(Texts.begin(), Texts.end());
  }

  std::vector<std::string> Texts; ///< the outermost first
  std::string Nearest;            ///< its name; empty if there is none

private:
  StringRef absolutePathHere() { return Here = absolutePath("."); }

  void read(const std::string &File) {
    if (!sys::fs::is_regular_file(File))
      return;
    auto Read = MemoryBuffer::getFile(File);
    if (!Read)
      return;
    Texts.push_back((*Read)->getBuffer().str());
    if (Nearest.empty())
      Nearest = File;
  }

  std::string Here;
};

/// A run of the command over a project of its own.
struct Trial {
  Trial(ArrayRef<std::string> Command, ArrayRef<std::string> TidyFiles,
        InterruptsNoted &Interrupts) {
    SnippetProject Project;
    Problem = Project.make(TidyFiles);
    if (Problem.empty())
      Answer = runOutside(lintCommand(Command, Project), Interrupts);
    Found = reportedChecks(Answer.Output);
  }

  bool isInterrupted() const {
    return Answer.How == OutsideAnswer::End::Interrupted;
  }

  std::string Problem; ///< the project could not be made
  OutsideAnswer Answer;
  std::vector<StringRef> Found;
};

ExitCode works(ArrayRef<std::string> Command, const Trial &First) {
  outs() << "corolint: selftest: '" << Command.front() << "' works: it reports "
         << join(First.Found, ", ") << ", and its exit code is "
         << First.Answer.Number << '\n';
  return Clean;
}

ExitCode fails(const Twine &Why) {
  complain("selftest: " + Why);
  return Incomplete;
}

ExitCode interrupted() {
  complain("interrupted");
  return Interrupted;
}

std::string switchedOff(const TidyFilesHere &Here) {
  if (Here.Nearest.empty())
    return "none of our checks is switched on; add --checks=coro-* to the "
           "command, or name them in the Checks of a .clang-tidy";
  return "'" + shownPath(Here.Nearest) +
         "' leaves none of our checks on; add 'coro-*' to its Checks";
}

ExitCode tryCommand(ArrayRef<std::string> Command) {
  InterruptsNoted Interrupts;
  const TidyFilesHere Here;
  const Trial First(Command, Here.Texts, Interrupts);
  if (First.isInterrupted())
    return interrupted();
  if (!First.Problem.empty())
    return fails(First.Problem);
  if (!First.Found.empty())
    return works(Command, First);
  std::string Why = plainReason(Command, First.Answer);
  if (!Why.empty())
    return fails(Why);
  // What makes a difference was the reason.
  const std::string OursOn = "Checks: 'coro-*'\n";
  const Trial Second(Command, OursOn, Interrupts);
  if (Second.isInterrupted())
    return interrupted();
  if (!Second.Found.empty())
    return fails(switchedOff(Here));
  return fails(silentReason(Command, First.Answer));
}

} // namespace

ExitCode selftest(const Options &Asked) {
  if (!Asked.Files.empty()) {
    complain("'corolint selftest' takes no files; a command comes behind '--'");
    return Misused;
  }
  if (!Asked.Flags) {
    const std::string Own[] = {sys::fs::getMainExecutable(nullptr, nullptr),
                               "--no-cache", "--quiet"};
    return tryCommand(Own);
  }
  if (Asked.Flags->empty()) {
    complain("'corolint selftest --' needs a command behind it");
    return Misused;
  }
  return tryCommand(*Asked.Flags);
}

} // namespace corolint
