// An example as people read it: what the check says of a line and what the run
// says of it, under the line.

#ifndef COROLINT_DRIVER_DEMONSTRATE_SIDEBYSIDE_H
#define COROLINT_DRIVER_DEMONSTRATE_SIDEBYSIDE_H

#include "ExampleTrial.h"
#include "llvm/Support/raw_ostream.h"

namespace corolint {

void showSideBySide(const ExampleTrial &Tried, llvm::raw_ostream &Out);

} // namespace corolint

#endif
