// A run of another program, as a shell would start it.

#ifndef COROLINT_DRIVER_OUTSIDERUN_H
#define COROLINT_DRIVER_OUTSIDERUN_H

#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace corolint {

class InterruptsNoted;

struct OutsideAnswer {
  enum class End {
    Exited,
    Signalled,
    NotStarted,
    Interrupted, ///< by the user
    TimedOut,
  };
  End How = End::NotStarted;
  int Number = 0;     ///< the exit code, the signal, or the errno of the start
  std::string Output; ///< the start of standard output and error, mixed
};

struct OutsideSettings {
  unsigned Seconds = 0; ///< after which it is ended; 0: never
  std::vector<std::string> Variables = {}; ///< "NAME=value", beside our own
};

/// Runs the program \p Words[0], which is looked for in PATH, with the other
/// words, and waits. No shell reads them, and standard input is empty. If the
/// user interrupts it, or its time is up, all that it has started ends with it.
OutsideAnswer runOutside(llvm::ArrayRef<std::string> Words,
                         InterruptsNoted &Interrupts,
                         const OutsideSettings &Settings = {});

} // namespace corolint

#endif
