// What the formats that are JSON share.

#ifndef COROLINT_DRIVER_OUTPUT_JSON_H
#define COROLINT_DRIVER_OUTPUT_JSON_H

#include "Report.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include <string>

namespace corolint::output {

/// \p Bytes, with what is no UTF-8 in it replaced: JSON can hold nothing else,
/// but a name of a file and a string in a source can.
inline std::string utf8(llvm::StringRef Bytes) {
  return llvm::json::isUTF8(Bytes) ? Bytes.str() : llvm::json::fixUTF8(Bytes);
}

/// The document of the format "json".
llvm::json::Object jsonOf(const Report &R);

/// \p Document, indented, with a line end.
inline void printJson(const llvm::json::Value &Document,
                      llvm::raw_ostream &Out) {
  Out << llvm::formatv("{0:2}", Document) << '\n';
}

} // namespace corolint::output

#endif
