// How fast a run goes, and how long it will take.

#ifndef COROLINT_DRIVER_PROGRESS_PACE_H
#define COROLINT_DRIVER_PROGRESS_PACE_H

#include <chrono>
#include <deque>
#include <optional>
#include <string>

namespace corolint {

/// Measured over the recent past: the longest files come first, and what other
/// programs do to the machine changes.
class Pace {
public:
  using Time = std::chrono::steady_clock::time_point;

  void started(Time Now);
  void finished(Time Now);

  /// Files in a second; nothing as long as that would be a guess.
  std::optional<double> rate(Time Now) const;

  /// For \p Left more files; nothing as long as that would be a guess.
  std::optional<double> secondsFor(size_t Left, Time Now) const;

private:
  std::optional<Time> First, Since; ///< what Ends is counted from
  std::deque<Time> Ends;
};

/// "50 s", "1 min 40 s", "12 min", "2 h 10 min": as exact as a forecast is.
std::string roughly(double Seconds);

} // namespace corolint

#endif
