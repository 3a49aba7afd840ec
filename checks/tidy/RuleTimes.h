// What each rule costs, for a host that tells its users.

#ifndef COROLINT_TIDY_RULETIMES_H
#define COROLINT_TIDY_RULETIMES_H

#include <cstdint>
#include <map>
#include <string>

namespace corolint {

/// Microseconds of CPU by the name of the check. The first that runs in a unit
/// also pays for what all share.
using RuleTimes = std::map<std::string, uint64_t>;

/// From now on the rules add to \p Into; null, as in the beginning: to nothing.
/// For a process with one unit at a time.
void recordRuleTimes(RuleTimes *Into);

/// The CPU time of this process, in microseconds.
uint64_t cpuTime();

/// Adds the time of its life to that of a rule.
class RuleTimer {
public:
  explicit RuleTimer(const std::string &Check);
  ~RuleTimer();
  RuleTimer(const RuleTimer &) = delete;
  RuleTimer &operator=(const RuleTimer &) = delete;

private:
  const std::string &Check;
  uint64_t Start;
};

} // namespace corolint

#endif
