// A run of another program, as a shell would start it.

#ifndef COROLINT_DRIVER_SELFTEST_OUTSIDERUN_H
#define COROLINT_DRIVER_SELFTEST_OUTSIDERUN_H

#include "llvm/ADT/ArrayRef.h"
#include <string>

namespace corolint {

class InterruptsNoted;

struct OutsideAnswer {
  enum class End {
    Exited,
    Signalled,
    NotStarted,
    Interrupted, ///< by the user
  };
  End How = End::NotStarted;
  int Number = 0;     ///< the exit code, the signal, or the errno of the start
  std::string Output; ///< the start of standard output and error, mixed
};

/// Runs the program \p Words[0], which is looked for in PATH, with the other
/// words, and waits. No shell reads them, and standard input is empty. If the
/// user interrupts it, all that it has started ends with it.
OutsideAnswer runOutside(llvm::ArrayRef<std::string> Words,
                         InterruptsNoted &Interrupts);

} // namespace corolint

#endif
