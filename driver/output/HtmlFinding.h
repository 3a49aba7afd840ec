// One finding, as a part of a page of HTML.

#ifndef COROLINT_DRIVER_OUTPUT_HTMLFINDING_H
#define COROLINT_DRIVER_OUTPUT_HTMLFINDING_H

#include "SourceTexts.h"
#include "llvm/Support/raw_ostream.h"

namespace corolint::output {

/// \p Key is how the script of the page finds it in the data.
void writeHtmlFinding(const Result &R, llvm::StringRef Key, SourceTexts &Texts,
                      llvm::raw_ostream &Out);

} // namespace corolint::output

#endif
