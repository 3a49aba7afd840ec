#include "tidy/RuleTimes.h"
#include <ctime>

namespace corolint {

static RuleTimes *Recorded = nullptr;

void recordRuleTimes(RuleTimes *Into) { Recorded = Into; }

uint64_t cpuTime() {
  timespec Now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &Now);
  return uint64_t(Now.tv_sec) * 1000000 + Now.tv_nsec / 1000;
}

RuleTimer::RuleTimer(const std::string &Check)
    : Check(Check), Start(Recorded ? cpuTime() : 0) {}

RuleTimer::~RuleTimer() {
  if (Recorded)
    (*Recorded)[Check] += cpuTime() - Start;
}

} // namespace corolint
