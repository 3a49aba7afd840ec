// What the output of a host of our checks tells of its state.

#ifndef COROLINT_DRIVER_SELFTEST_SYMPTOMS_H
#define COROLINT_DRIVER_SELFTEST_SYMPTOMS_H

#include "OutsideRun.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint {

/// The checks that the output of a run reports in the snippet, in whatever
/// format.
std::vector<llvm::StringRef> reportedChecks(llvm::StringRef Output);

/// Why a run that reports nothing could not: it did not start, the plugin is
/// not loaded or of another version, the snippet does not compile. Empty if
/// there is no such sign, and the configuration may be the reason.
std::string plainReason(llvm::ArrayRef<std::string> Command,
                        const OutsideAnswer &Answer);

/// Why a run reports nothing, as far as it can be told once neither
/// plainReason() nor .clang-tidy is the reason.
std::string silentReason(llvm::ArrayRef<std::string> Command,
                         const OutsideAnswer &Answer);

} // namespace corolint

#endif
