// Examples that were tried out, made by hand.

#ifndef COROLINT_TEST_UNIT_DEMONSTRATE_TRIALS_H
#define COROLINT_TEST_UNIT_DEMONSTRATE_TRIALS_H

#include "ExampleTrial.h"

namespace corolint {

inline Sighting seen(std::string Check, unsigned Line,
                     std::string File = "bad.cpp") {
  return {std::move(Check), {"something", std::move(File), Line}, {}};
}

inline ExampleTrial bad(std::vector<Sighting> ByCheck,
                        std::vector<Sighting> ByRun) {
  return {
      {true, "a;\n\nb;\n"}, "bad.cpp", std::move(ByCheck), std::move(ByRun)};
}

inline ExampleTrial good(std::vector<Sighting> ByCheck,
                         std::vector<Sighting> ByRun) {
  return {{false, "c;\n"}, "good.cpp", std::move(ByCheck), std::move(ByRun)};
}

} // namespace corolint

#endif
