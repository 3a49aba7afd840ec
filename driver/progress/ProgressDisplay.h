// The ways to show how far a run is.

#ifndef COROLINT_DRIVER_PROGRESS_PROGRESSDISPLAY_H
#define COROLINT_DRIVER_PROGRESS_PROGRESSDISPLAY_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace corolint {

/// A unit that is done with.
struct FinishedUnit {
  std::string File; ///< as it is shown
  double Seconds = 0;
  size_t Findings = 0; ///< before NOLINT, baseline and filters
  bool IsFromCache = false;
  bool IsDropped = false;
  bool IsAnalysed = false;
};

class ProgressDisplay {
public:
  using Time = std::chrono::steady_clock::time_point;

  virtual ~ProgressDisplay() = default;
  virtual void runStarted(size_t Units, Time Now) = 0;
  virtual void unitStarted(const std::string &File, Time Now) = 0;
  virtual void unitFinished(const FinishedUnit &Unit, Time Now) = 0;
  /// Called each second or so if nothing else is.
  virtual void waiting(Time) {}
  virtual void runFinished(bool IsInterrupted, Time Now) = 0;
  /// Another line is about to be printed in the same place.
  virtual void makeRoom() {}
};

/// One line that is written again and again, for a terminal of \p Columns.
std::unique_ptr<ProgressDisplay>
progressOnTerminal(llvm::raw_ostream &Out, std::function<size_t()> Columns);

/// A line now and then, so that nobody thinks that a long run hangs.
std::unique_ptr<ProgressDisplay> progressNowAndThen(llvm::raw_ostream &Out);

/// A line for each unit that is done with.
std::unique_ptr<ProgressDisplay> progressByLine(llvm::raw_ostream &Out);

/// A JSON object on a line for each thing that happens.
std::unique_ptr<ProgressDisplay> progressAsJson(llvm::raw_ostream &Out);

/// \p Name without what a terminal would obey, and as UTF-8.
std::string printableName(llvm::StringRef Name);

} // namespace corolint

#endif
