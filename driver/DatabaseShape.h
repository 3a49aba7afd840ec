// Is this text a compile_commands.json? Clang's own reader is lenient about
// what is wrong and says neither where nor what it wants.

#ifndef COROLINT_DRIVER_DATABASESHAPE_H
#define COROLINT_DRIVER_DATABASESHAPE_H

#include "llvm/Support/MemoryBufferRef.h"
#include <string>

namespace corolint {

/// "file:line:col: error: …" for the first mistake, or nothing.
std::string databaseMistake(llvm::MemoryBufferRef Text);

} // namespace corolint

#endif
