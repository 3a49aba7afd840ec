// One example, analysed and run.

#ifndef COROLINT_DRIVER_DEMONSTRATE_EXAMPLETRIAL_H
#define COROLINT_DRIVER_DEMONSTRATE_EXAMPLETRIAL_H

#include "CheckedRuntime.h"
#include "PageExamples.h"
#include "Sightings.h"

namespace corolint {

class Bench;

/// What examples are built with.
struct Toolchain {
  std::vector<std::string> Compiler;
  CheckedRuntime Runtime;
};

struct ExampleTrial {
  PageExample Of;
  std::string File; ///< its name, without its folders
  std::vector<Sighting> ByCheck, ByRun;
};

/// Has corolint look at the example, as it does by default but with all
/// checks, and builds and runs it. Nothing after a complaint.
std::optional<ExampleTrial> tryOut(const PageExample &Example,
                                   const Toolchain &Tools, Bench &On);

} // namespace corolint

#endif
