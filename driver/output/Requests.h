// What --report asks for, and its fulfilment.

#ifndef COROLINT_DRIVER_OUTPUT_REQUESTS_H
#define COROLINT_DRIVER_OUTPUT_REQUESTS_H

#include "Formats.h"
#include <optional>

namespace corolint::output {

struct ReportRequest {
  Format As;
  std::string File; ///< empty: standard output
};

/// Reads each "FORMAT" or "FORMAT=FILE"; nothing after a complaint. Without
/// any, it is text on standard output.
std::optional<std::vector<ReportRequest>>
parseReports(llvm::ArrayRef<std::string> Asked);

/// Writes them all; false after a complaint about each that it could not. A
/// file is there whole or is left as it was.
bool fulfil(llvm::ArrayRef<ReportRequest> Requests, const Report &R);

} // namespace corolint::output

#endif
