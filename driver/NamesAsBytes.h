// Names of files are bytes, JSON is UTF-8: a database that names a file in
// another encoding is no JSON, though every build tool writes such.

#ifndef COROLINT_DRIVER_NAMESASBYTES_H
#define COROLINT_DRIVER_NAMESASBYTES_H

#include "clang/Tooling/CompilationDatabase.h"
#include <memory>

namespace corolint {

/// \p Text with a character of its own for each byte that is no UTF-8. Stays as
/// it is if there is none.
std::string asUtf8(llvm::StringRef Text);

/// \p Inner, which was read from what asUtf8() gave, with the bytes that were
/// there before.
std::unique_ptr<clang::tooling::CompilationDatabase>
withBytes(std::unique_ptr<clang::tooling::CompilationDatabase> Inner);

} // namespace corolint

#endif
