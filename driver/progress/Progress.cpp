#include "Progress.h"
#include "Complain.h"
#include "Paths.h"
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace llvm;
using Clock = std::chrono::steady_clock;

namespace corolint {

static bool canRewriteLines() {
  const char *Terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) && Terminal && *Terminal &&
         StringRef(Terminal) != "dumb";
}

/// Asked each time: the user may change the size of the window.
static size_t terminalColumns() {
  winsize Size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &Size) || !Size.ws_col)
    return 80;
  return Size.ws_col;
}

static std::unique_ptr<ProgressDisplay> displayFor(const Options &Asked) {
  ProgressMode Default = Asked.Quiet ? ProgressMode::None : ProgressMode::Auto;
  switch (Asked.Progress.value_or(Default)) {
  case ProgressMode::Plain:
    return progressByLine(errs());
  case ProgressMode::Json:
    return progressAsJson(errs());
  case ProgressMode::None:
    return nullptr;
  case ProgressMode::Auto:
    break;
  }
  return canRewriteLines() ? progressOnTerminal(errs(), terminalColumns)
                           : progressNowAndThen(errs());
}

Progress::Progress(const Options &Asked, size_t Units, EngineListener &Next)
    : Next(Next), Shown(displayFor(Asked)) {
  if (!Shown)
    return;
  Shown->runStarted(Units, Clock::now());
  beforeEachLine([this] { Shown->makeRoom(); });
}

Progress::~Progress() { beforeEachLine(nullptr); }

void Progress::started(const Unit &U) {
  if (Shown)
    Shown->unitStarted(shownPath(U.File), Clock::now());
  Next.started(U);
}

void Progress::ended(const Unit &U, UnitResult Result, const UnitRun &Run) {
  if (Shown) {
    FinishedUnit Done;
    Done.File = shownPath(U.File);
    Done.Seconds = std::chrono::duration<double>(Run.Stop - Run.Start).count();
    Done.Findings = Result.Findings.size();
    Done.IsFromCache = Run.IsFromCache;
    Done.IsDropped = Result.IsDropped;
    Done.IsAnalysed = Result.IsAnalysed;
    Shown->unitFinished(Done, Clock::now());
  }
  Next.ended(U, std::move(Result), Run);
}

void Progress::waiting() {
  if (Shown)
    Shown->waiting(Clock::now());
  Next.waiting();
}

void Progress::finish(bool IsInterrupted) {
  if (Shown)
    Shown->runFinished(IsInterrupted, Clock::now());
  beforeEachLine(nullptr);
  Shown.reset();
}

} // namespace corolint
