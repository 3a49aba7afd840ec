// For programs that start this one and show how far it is themselves.

#include "Json.h"
#include "ProgressDisplay.h"
#include <cmath>

using namespace llvm;

namespace corolint {

namespace {

class JsonProgress : public ProgressDisplay {
public:
  explicit JsonProgress(raw_ostream &Out) : Out(Out) {}

  void runStarted(size_t Units, Time Now) override {
    Start = Now;
    write("run-started",
          [&](json::OStream &J) { J.attribute("units", int64_t(Units)); });
  }

  void unitStarted(const std::string &File, Time) override {
    write("unit-started",
          [&](json::OStream &J) { J.attribute("file", output::utf8(File)); });
  }

  void unitFinished(const FinishedUnit &Unit, Time) override {
    write("unit-finished", [&](json::OStream &J) {
      J.attribute("file", output::utf8(Unit.File));
      J.attribute("seconds", rounded(Unit.Seconds));
      J.attribute("findings", int64_t(Unit.Findings));
      J.attribute("from-cache", Unit.IsFromCache);
      J.attribute("dropped", Unit.IsDropped);
      J.attribute("analysed", Unit.IsAnalysed);
    });
  }

  void runFinished(bool IsInterrupted, Time Now) override {
    write("run-finished", [&](json::OStream &J) {
      std::chrono::duration<double> Spent = Now - Start;
      J.attribute("seconds", rounded(Spent.count()));
      J.attribute("interrupted", IsInterrupted);
    });
  }

private:
  static double rounded(double Seconds) {
    return std::round(Seconds * 1000) / 1000;
  }

  /// In one write, so that a reader never sees half a line.
  void write(StringRef Event, function_ref<void(json::OStream &)> Rest) {
    std::string Line;
    raw_string_ostream Stream(Line);
    json::OStream J(Stream);
    J.object([&] {
      J.attribute("event", Event);
      Rest(J);
    });
    Stream << '\n';
    Out << Stream.str();
    Out.flush();
  }

  raw_ostream &Out;
  Time Start;
};

} // namespace

std::unique_ptr<ProgressDisplay> progressAsJson(raw_ostream &Out) {
  return std::make_unique<JsonProgress>(Out);
}

} // namespace corolint
