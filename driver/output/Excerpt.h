// Lines of source around a place, as the file is now.

#ifndef COROLINT_DRIVER_OUTPUT_EXCERPT_H
#define COROLINT_DRIVER_OUTPUT_EXCERPT_H

#include "SourceTexts.h"

namespace corolint::output {

/// A line in three parts, of which the middle one is what is meant. Of a very
/// long line only what is near.
struct ExcerptLine {
  unsigned Number;
  std::string Before, Marked, After;
};

/// The lines of \p Where, or the first ones of many, and \p Context lines above
/// and below. None if the file has no such line any more.
std::vector<ExcerptLine> excerpt(const Place &Where, unsigned Context,
                                 SourceTexts &Texts);

} // namespace corolint::output

#endif
