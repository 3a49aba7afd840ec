// Where examples are analysed, built and run.

#ifndef COROLINT_DRIVER_DEMONSTRATE_BENCH_H
#define COROLINT_DRIVER_DEMONSTRATE_BENCH_H

#include "ChildProcesses.h"
#include "OutsideRun.h"
#include "TemporaryFolder.h"
#include "llvm/ADT/Twine.h"
#include <string>

namespace corolint {

/// A folder of its own, gone at the end.
class Bench {
public:
  /// \p Seconds: what each program may take that is run here; 0: what is enough
  /// for each of ours on a machine that is busy.
  explicit Bench(unsigned Seconds) : Seconds(Seconds ? Seconds : 120) {}

  /// False after a complaint.
  bool open();

  /// The absolute name of a file there.
  std::string file(const llvm::Twine &Name) const;

  /// False after a complaint.
  bool write(const llvm::Twine &Name, llvm::StringRef Text);

  /// \p Variables: "NAME=value", of its environment.
  OutsideAnswer run(llvm::ArrayRef<std::string> Words,
                    llvm::ArrayRef<std::string> Variables = {});

  /// Complains, unless it was the user who ended what was tried. False.
  bool fails(const llvm::Twine &What) const;

  bool isInterrupted() const { return WasInterrupted; }

private:
  unsigned Seconds;
  TemporaryFolder Root;
  InterruptsNoted Interrupts;
  bool WasInterrupted = false;
};

/// How a program ended that did not do what it was run for, in words: "ended
/// with exit code 1: <the line of its output that says most>".
std::string howItFailed(const OutsideAnswer &Answer);

} // namespace corolint

#endif
