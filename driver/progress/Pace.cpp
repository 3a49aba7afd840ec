#include "Pace.h"
#include <algorithm>
#include <cmath>

namespace corolint {

using Seconds = std::chrono::duration<double>;

constexpr Seconds Window(20);
/// Of slow files, the window has too few.
constexpr size_t Enough = 16;
/// A rate of fewer jumps up and down.
constexpr size_t Few = 5;
constexpr Seconds SoonForRate(1), SoonForForecast(5);

void Pace::started(Time Now) {
  if (!First)
    First = Since = Now;
}

void Pace::finished(Time Now) {
  started(Now);
  Ends.push_back(Now);
  while (Ends.size() > Enough && Now - Ends.front() > Window) {
    Since = Ends.front();
    Ends.pop_front();
  }
}

std::optional<double> Pace::rate(Time Now) const {
  if (Ends.size() < Few || Now - *First < SoonForRate)
    return std::nullopt;
  return Ends.size() / Seconds(Now - *Since).count();
}

std::optional<double> Pace::secondsFor(size_t Left, Time Now) const {
  std::optional<double> Rate = rate(Now);
  if (!Rate || Now - *First < SoonForForecast)
    return std::nullopt;
  return Left / *Rate;
}

static std::string two(uint64_t Large, const char *LargeUnit, uint64_t Small,
                       const char *SmallUnit) {
  std::string Text = std::to_string(Large) + LargeUnit;
  if (Small)
    Text += " " + std::to_string(Small) + SmallUnit;
  return Text;
}

std::string roughly(double Seconds) {
  auto InSteps = [&](uint64_t Step) {
    return std::max<uint64_t>(1, std::llround(Seconds / Step)) * Step;
  };
  if (uint64_t Near = InSteps(5); Near < 60)
    return std::to_string(Near) + " s";
  if (uint64_t Near = InSteps(10); Near < 600)
    return two(Near / 60, " min", Near % 60, " s");
  if (uint64_t Near = InSteps(60); Near < 3600)
    return std::to_string(Near / 60) + " min";
  uint64_t Near = InSteps(600);
  return two(Near / 3600, " h", Near % 3600 / 60, " min");
}

} // namespace corolint
