#include "Engine.h"
#include "Attempt.h"
#include "Complain.h"
#include "Paths.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace corolint {

namespace {

class Running : public ChildListener {
public:
  Running(ArrayRef<const Unit *> Units, const EngineSettings &Settings,
          EngineListener &Listener)
      : Units(Units), Settings(Settings), Listener(Listener) {}

  void started(size_t Task) override { Listener.started(*Units[Task]); }

  void ended(size_t Task, ChildOutcome Outcome) override {
    const Unit &U = *Units[Task];
    UnitRun Run{Outcome.Slot, Outcome.Start, Outcome.Stop};
    std::optional<UnitResult> Result;
    if (Outcome.How == ChildOutcome::End::Finished)
      Result = fromBytes(Outcome.Bytes);
    if (!Result)
      Result = failed(U, Outcome);
    Listener.ended(U, std::move(*Result), Run);
  }

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

  ArrayRef<const Unit *> Units;
  const EngineSettings &Settings;
  EngineListener &Listener;
};

} // namespace

bool analyseAll(ArrayRef<const Unit *> Units, TidyConfig &Config,
                IntrusiveRefCntPtr<vfs::FileSystem> FS,
                const EngineSettings &Settings, EngineListener &Listener) {
  // The children share what is loaded now.
  for (const Unit *U : Units)
    knowledgeFor(U->File, Config.getOptions(U->File));
  Running Course(Units, Settings, Listener);
  return runInChildren(
      Units.size(), Settings.Jobs, Settings.Limits,
      [&](size_t I) {
        return toBytes(analyse(*Units[I], Config, Settings.Taken, FS));
      },
      Course);
}

} // namespace corolint
