// Reads one .clang-tidy file and sees every mistake in it.

#ifndef COROLINT_DRIVER_TIDYFILE_H
#define COROLINT_DRIVER_TIDYFILE_H

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/Twine.h"

namespace corolint {

/// Told of each mistake and the byte where it is.
using TidyFileMistake =
    llvm::function_ref<void(size_t Offset, const llvm::Twine &What)>;

/// What is wrong is left out of the options.
clang::tidy::ClangTidyOptions parseTidyFile(llvm::MemoryBufferRef Text,
                                            TidyFileMistake See);

} // namespace corolint

#endif
