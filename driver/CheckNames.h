// The names of the checks, as users write them.

#ifndef COROLINT_DRIVER_CHECKNAMES_H
#define COROLINT_DRIVER_CHECKNAMES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace corolint {

/// Calls \p See with each glob of a comma-separated list, '-' included.
void forEachGlob(llvm::StringRef Globs,
                 llvm::function_ref<void(llvm::StringRef)> See);

/// Whether a list of globs leaves on \p Check.
bool leavesOn(llvm::StringRef Globs, llvm::StringRef Check);

/// Whether a list of globs leaves on any check.
bool leavesAnyOn(llvm::StringRef Globs);

/// "'coro-typo' matches no check; did you mean …?", or nothing if it does.
std::string unknownCheck(llvm::StringRef Glob);

/// The same for a key of CheckOptions; those of other tools' checks are known.
std::string unknownCheckOption(llvm::StringRef Key);

/// "'slep' is no value of coro-x.Kinds; did you mean …?", or nothing if \p
/// Value may be given to the option \p Key. Those of other tools' checks may be
/// anything.
std::string wrongOptionValue(llvm::StringRef Key, llvm::StringRef Value);

/// One line for each check that \p Globs leaves on.
void listChecks(llvm::StringRef Globs, llvm::raw_ostream &Out);

/// Prints the page of \p Check; false, after a complaint, if there is none.
bool explainCheck(llvm::StringRef Check, llvm::raw_ostream &Out);

} // namespace corolint

#endif
