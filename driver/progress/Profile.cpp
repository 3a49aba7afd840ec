#include "Profile.h"
#include "Json.h"
#include "Paths.h"

using namespace llvm;

namespace corolint {

/// Of one process and thread there is only a number to show.
constexpr int Process = 1;

static int threadOf(const UnitRun &Run) { return Run.Slot + 1; }

static json::Object event(StringRef Type, StringRef Name, int Thread) {
  return json::Object{{"ph", Type},
                      {"name", output::utf8(Name)},
                      {"pid", Process},
                      {"tid", Thread}};
}

namespace {

/// Parts of a stretch of time, one behind the other. What was measured is CPU
/// time; it is drawn out to the wall-clock time of the whole.
class Spans {
public:
  Spans(int64_t Begin, int64_t End, uint64_t Measured, int Thread)
      : Begin(Begin),
        Scale(Measured ? double(End - Begin) / double(Measured) : 0),
        Thread(Thread) {}

  struct Span {
    int64_t Begin, End;
  };

  Span add(json::Array &Events, StringRef Name, StringRef Kind, uint64_t Cpu) {
    // Rounded down, so that none ends behind the whole.
    Span Made{Begin + int64_t(Scale * double(Done)),
              Begin + int64_t(Scale * double(Done + Cpu))};
    Done += Cpu;
    json::Object Each = event("X", Name, Thread);
    Each["cat"] = Kind;
    Each["ts"] = Made.Begin;
    Each["dur"] = Made.End - Made.Begin;
    Each["args"] = json::Object{
        {"CPU microseconds", int64_t(Cpu)},
        {"shown as", "CPU time, scaled to the wall-clock time of the file; "
                     "the order of checks is that of their names"}};
    Events.push_back(std::move(Each));
    return Made;
  }

private:
  int64_t Begin;
  double Scale;
  int Thread;
  uint64_t Done = 0;
};

uint64_t sumOf(ArrayRef<std::pair<std::string, uint64_t>> Costs) {
  uint64_t Sum = 0;
  for (const auto &Each : Costs)
    Sum += Each.second;
  return Sum;
}

} // namespace

int64_t Profile::since(Time Then) const {
  using std::chrono::microseconds;
  return std::chrono::duration_cast<microseconds>(Then - Start).count();
}

void Profile::ended(const Unit &U, UnitResult Result, const UnitRun &Run) {
  if (Run.IsFromCache)
    addInstant("from the cache", U);
  else if (Result.IsDropped)
    addInstant("nothing to check", U);
  else
    addUnit(U, Result, Run);
  Next.ended(U, std::move(Result), Run);
}

void Profile::addInstant(StringRef What, const Unit &U) {
  json::Object Made = event("i", shownPath(U.File), 0);
  Made["cat"] = What;
  Made["s"] = "t";
  Made["ts"] = since(std::chrono::steady_clock::now());
  Made["args"] = json::Object{{"why", What}};
  Events.push_back(std::move(Made));
}

void Profile::addUnit(const Unit &U, const UnitResult &Result,
                      const UnitRun &Run) {
  Slots = std::max(Slots, Run.Slot + 1);
  const UnitCosts &Costs = Result.Costs;
  json::Object Made = event("X", shownPath(U.File), threadOf(Run));
  Made["cat"] = "file";
  Made["ts"] = since(Run.Start);
  Made["dur"] = since(Run.Stop) - since(Run.Start);
  Made["args"] =
      json::Object{{"analysed", Result.IsAnalysed},
                   {"findings before filters", int64_t(Result.Findings.size())},
                   {"CPU microseconds", int64_t(sumOf(Costs.Phases))},
                   {"peak memory, MB", int64_t(Costs.PeakBytes >> 20)},
                   {"parsed again without shortcuts", Costs.FellBack},
                   {"parsed behind shared headers", Costs.HadSharedHeaders},
                   {"function bodies skipped", int64_t(Costs.SkippedBodies)}};
  Events.push_back(std::move(Made));
  addPhases(Costs, Run);
}

void Profile::addPhases(const UnitCosts &Costs, const UnitRun &Run) {
  int Thread = threadOf(Run);
  Spans Phases(since(Run.Start), since(Run.Stop), sumOf(Costs.Phases), Thread);
  std::optional<Spans::Span> Checking;
  uint64_t CheckingCpu = 0;
  for (const auto &[Name, Cpu] : Costs.Phases) {
    Spans::Span Made = Phases.add(Events, Name, "phase", Cpu);
    if (Name == "checks") {
      // Of more than one the last counts: its findings are reported.
      Checking = Made;
      CheckingCpu = Cpu;
    }
  }
  if (!Checking)
    return;
  // Not all of that time is a check's.
  Spans Checks(Checking->Begin, Checking->End,
               std::max(CheckingCpu, sumOf(Costs.Checks)), Thread);
  for (const auto &[Name, Cpu] : Costs.Checks)
    if (Cpu)
      Checks.add(Events, Name, "check", Cpu);
}

static json::Object nameOf(StringRef What, StringRef Name, int Thread) {
  json::Object Made = event("M", What, Thread);
  Made["args"] = json::Object{{"name", Name.str()}};
  return Made;
}

json::Value Profile::document() const {
  json::Array All;
  All.push_back(nameOf("process_name", "corolint", 0));
  All.push_back(nameOf("thread_name", "not analysed again", 0));
  for (unsigned Slot = 0; Slot < Slots; ++Slot)
    All.push_back(
        nameOf("thread_name", "process " + std::to_string(Slot + 1), Slot + 1));
  for (const json::Value &Each : Events)
    All.push_back(Each);
  return json::Object{{"displayTimeUnit", "ms"},
                      {"traceEvents", std::move(All)}};
}

} // namespace corolint
