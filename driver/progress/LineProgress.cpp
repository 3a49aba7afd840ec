// For logs: whole lines, which stay.

#include "Pace.h"
#include "ProgressDisplay.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace corolint {

namespace {

/// CI systems end jobs that say nothing for minutes.
constexpr std::chrono::seconds BetweenLines(30);

/// corolint: 120 of 340 files, about 1 min 40 s left
class OccasionalProgress : public ProgressDisplay {
public:
  explicit OccasionalProgress(raw_ostream &Out) : Out(Out) {}

  void runStarted(size_t Units, Time Now) override {
    All = Units;
    LastLine = Now;
  }

  void unitStarted(const std::string &, Time Now) override {
    Speed.started(Now);
    sayIfLong(Now);
  }

  void unitFinished(const FinishedUnit &Unit, Time Now) override {
    ++Done;
    if (!Unit.IsFromCache && !Unit.IsDropped)
      Speed.finished(Now);
    sayIfLong(Now);
  }

  void waiting(Time Now) override { sayIfLong(Now); }
  void runFinished(bool, Time) override {}

private:
  void sayIfLong(Time Now) {
    if (Now - LastLine < BetweenLines || Done == All)
      return;
    LastLine = Now;
    Out << "corolint: " << Done << " of " << All
        << (All == 1 ? " file" : " files");
    if (auto Left = Speed.secondsFor(All - Done, Now))
      Out << ", about " << roughly(*Left) << " left";
    Out << '\n';
    Out.flush();
  }

  raw_ostream &Out;
  size_t All = 0, Done = 0;
  Pace Speed;
  Time LastLine;
};

/// [12/340] src/a.cpp, 1.2 s
class EachLineProgress : public ProgressDisplay {
public:
  explicit EachLineProgress(raw_ostream &Out) : Out(Out) {}

  void runStarted(size_t Units, Time) override { All = Units; }
  void unitStarted(const std::string &, Time) override {}

  void unitFinished(const FinishedUnit &Unit, Time) override {
    // In one write: standard error has no buffer, and others may write to it.
    std::string Text;
    raw_string_ostream Line(Text);
    Line << '[' << ++Done << '/' << All << "] " << printableName(Unit.File);
    if (Unit.IsFromCache)
      Line << ", from the cache";
    else if (Unit.IsDropped)
      Line << ", nothing to check";
    else
      Line << ", " << format("%.1f", Unit.Seconds) << " s";
    if (!Unit.IsAnalysed)
      Line << ", could not be analysed";
    Line << '\n';
    Out << Line.str();
    Out.flush();
  }

  void runFinished(bool, Time) override {}

private:
  raw_ostream &Out;
  size_t All = 0, Done = 0;
};

} // namespace

std::unique_ptr<ProgressDisplay> progressNowAndThen(raw_ostream &Out) {
  return std::make_unique<OccasionalProgress>(Out);
}

std::unique_ptr<ProgressDisplay> progressByLine(raw_ostream &Out) {
  return std::make_unique<EachLineProgress>(Out);
}

} // namespace corolint
