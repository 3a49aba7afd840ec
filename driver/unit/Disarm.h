// ArgumentFilter's promises, kept again for what the driver made of a command:
// options may have come by roads the filter does not see.

#ifndef COROLINT_DRIVER_DISARM_H
#define COROLINT_DRIVER_DISARM_H

namespace clang {
class CompilerInvocation;
} // namespace clang

namespace corolint {

/// Nothing is loaded, nothing is written, nothing is printed but findings.
void disarm(clang::CompilerInvocation &Invocation);

} // namespace corolint

#endif
