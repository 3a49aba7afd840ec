// What a fix does to the lines of the files as they are now.

#ifndef COROLINT_DRIVER_OUTPUT_FIXDIFF_H
#define COROLINT_DRIVER_OUTPUT_FIXDIFF_H

#include "SourceTexts.h"
#include "llvm/ADT/ArrayRef.h"

namespace corolint::output {

/// Neighbouring lines and what they become.
struct ChangedLines {
  std::string File;
  unsigned First = 0; ///< number of the first line
  std::vector<std::string> Removed, Added;
};

/// By file and line. Nothing if any of the edits has no place or overlaps
/// another one, or the file has changed: half of a fix is none.
std::vector<ChangedLines> fixDiff(llvm::ArrayRef<Edit> Fix, SourceTexts &Texts);

} // namespace corolint::output

#endif
