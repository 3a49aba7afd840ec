// What clang-tidy collected, as results.

#ifndef COROLINT_DRIVER_OUTPUT_FROMTIDY_H
#define COROLINT_DRIVER_OUTPUT_FROMTIDY_H

#include "Report.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/ArrayRef.h"

namespace corolint::output {

/// \p Errors are in the order of the results; the paths in them are those to
/// be shown, and can be opened.
std::vector<Result>
resultsOf(llvm::ArrayRef<clang::tidy::ClangTidyError> Errors);

} // namespace corolint::output

#endif
