// Findings as results: with lines and columns instead of offsets.

#ifndef COROLINT_DRIVER_OUTPUT_FROMFINDINGS_H
#define COROLINT_DRIVER_OUTPUT_FROMFINDINGS_H

#include "Findings.h"
#include "Report.h"
#include "SourceTexts.h"
#include "llvm/ADT/ArrayRef.h"

namespace corolint::output {

/// In the order of \p Findings; the paths in them are those to be shown, and
/// can be opened.
std::vector<Result> resultsOf(llvm::ArrayRef<JudgedFinding> Findings,
                              SourceTexts &Texts);

} // namespace corolint::output

#endif
