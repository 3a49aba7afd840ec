// Which of our checks clangd runs over a file, and with which options.

#ifndef COROLINT_CLANGD_CHECKPOLICY_H
#define COROLINT_CLANGD_CHECKPOLICY_H

#include "clang-tidy/ClangTidyOptions.h"

namespace corolint {

/// \p Said, which clangd has gathered for \p File from .clang-tidy, .clangd and
/// its defaults, with our checks: the same as in the CLI, but a list of checks
/// that leaves none on leaves none of ours on. What the project file says lies
/// below.
clang::tidy::ClangTidyOptions withOurChecks(clang::tidy::ClangTidyOptions Said,
                                            llvm::StringRef File);

} // namespace corolint

#endif
