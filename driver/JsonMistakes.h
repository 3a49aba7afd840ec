// Where in a JSON text a mistake is: LLVM's reader tells it in words of its own
// or not at all.

#ifndef COROLINT_DRIVER_JSONMISTAKES_H
#define COROLINT_DRIVER_JSONMISTAKES_H

#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>

namespace corolint {

/// json::parse(), which calls itself for what is nested and so would overrun
/// the stack; too deep is then an error like any other.
llvm::Expected<llvm::json::Value> parseJson(llvm::StringRef Json);

/// "file:line:col: error: not JSON: …" for what json::parse() says of \p Text.
std::string jsonSyntaxMistake(llvm::MemoryBufferRef Text, llvm::Error Wrong);

/// Where the element of that \p Index begins in \p Json, a valid text whose
/// first bracket is that of the array; the reader does not remember.
size_t offsetOfElement(llvm::StringRef Json, size_t Index);

} // namespace corolint

#endif
