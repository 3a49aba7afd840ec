#include "Engine.h"
#include "Attempt.h"
#include "Complain.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

namespace {

class Running : public ChildListener {
public:
  Running(ArrayRef<UnitTask> Tasks, const EngineSettings &Settings,
          EngineListener &Listener)
      : Tasks(Tasks), Settings(Settings), Listener(Listener) {}

  void started(size_t Task) override { Listener.started(*Tasks[Task].What); }

  void ended(size_t Task, ChildOutcome Outcome) override {
    const Unit &U = *Tasks[Task].What;
    UnitRun Run{Outcome.Slot, Outcome.Start, Outcome.Stop};
    std::optional<UnitResult> Result;
    if (Outcome.How == ChildOutcome::End::Finished)
      Result = fromBytes(Outcome.Bytes);
    if (!Result)
      Result = failed(U, Outcome);
    Listener.ended(U, std::move(*Result), Run);
  }

  void waiting() override { Listener.waiting(); }

private:
  UnitResult failed(const Unit &U, const ChildOutcome &Outcome) const {
    UnitResult Result;
    Complaints Heard;
    complain("'" + shownPath(U.File) +
             "' could not be analysed: " + reason(Outcome));
    if (Outcome.How == ChildOutcome::End::Crashed)
      for (StringRef Line : split(Outcome.Errors, '\n'))
        if (!Line.empty())
          Result.Complaints.push_back(Line.str());
    Result.Complaints.insert(Result.Complaints.end(), Heard.lines().begin(),
                             Heard.lines().end());
    return Result;
  }

  std::string reason(const ChildOutcome &Outcome) const {
    using End = ChildOutcome::End;
    switch (Outcome.How) {
    case End::TimedOut:
      return "it took longer than the " +
             counted(Settings.Limits.Seconds, "second") + " of --timeout";
    case End::OutOfMemory:
      return Settings.Limits.Bytes
                 ? "it needed more than the " +
                       std::to_string(Settings.Limits.Bytes >> 20) +
                       " MB of --max-memory"
                 : "there is not enough memory";
    case End::NotStarted:
      return "no process could be started: " + Outcome.Problem;
    case End::Finished:
    case End::Crashed:
      break;
    }
    return "corolint or Clang crashed (" + Outcome.Problem +
           "); please report it with the lines above";
  }

  ArrayRef<UnitTask> Tasks;
  const EngineSettings &Settings;
  EngineListener &Listener;
};

} // namespace

/// Adds \p Others to \p Files; both are sorted, as are the results.
template <typename Name>
static void merge(std::vector<Name> &Files, const std::vector<Name> &Others) {
  std::vector<Name> All;
  std::set_union(Files.begin(), Files.end(), Others.begin(), Others.end(),
                 std::back_inserter(All));
  Files = std::move(All);
}

/// A precompiled header and its source are gone after the run; what they were
/// made of is known.
static void forgetHeader(LookedUp &Files, StringRef PrecompiledHeader) {
  StringRef Folder = sys::path::parent_path(PrecompiledHeader);
  auto IsIn = [&](StringRef Name) { return Name.starts_with(Folder); };
  erase_if(Files.Read,
           [&](const NamedContent &Each) { return IsIn(Each.Name); });
  erase_if(Files.Listed,
           [&](const NamedContent &Each) { return IsIn(Each.Name); });
  erase_if(Files.Missing, IsIn);
}

static UnitResult analyse(const UnitTask &Task, TidyConfig &Config,
                          IntrusiveRefCntPtr<vfs::FileSystem> FS) {
  UnitResult Result = analyse(*Task.What, Config, Task.Taken, std::move(FS));
  if (Task.Shared) {
    forgetHeader(Result.Files, Task.Taken.PrecompiledHeader);
    merge(Result.Files.Read, Task.Shared->Read);
    merge(Result.Files.Listed, Task.Shared->Listed);
    merge(Result.Files.Missing, Task.Shared->Missing);
    Result.Files.IsSteady &= Task.Shared->IsSteady;
  }
  return Result;
}

bool analyseAll(ArrayRef<UnitTask> Tasks, TidyConfig &Config,
                IntrusiveRefCntPtr<vfs::FileSystem> FS,
                const EngineSettings &Settings, EngineListener &Listener) {
  // The children share what is loaded now.
  for (const UnitTask &Task : Tasks)
    knowledgeFor(Task.What->File, Config.getOptions(Task.What->File));
  Running Course(Tasks, Settings, Listener);
  return runInChildren(
      Tasks.size(), Settings.Jobs, Settings.Limits,
      [&](size_t I) { return toBytes(analyse(Tasks[I], Config, FS)); }, Course);
}

} // namespace corolint
