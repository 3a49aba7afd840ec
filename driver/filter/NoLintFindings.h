// What there is to say of NOLINT comments themselves.

#ifndef COROLINT_DRIVER_FILTER_NOLINTFINDINGS_H
#define COROLINT_DRIVER_FILTER_NOLINTFINDINGS_H

#include "NoLint.h"
#include "UnitResult.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace corolint {

/// The name of unmatchedNoLints() among checks.
inline constexpr char UnmatchedNoLintCheck[] = "clang-tidy-nolint";

/// The name of unusedNoLints() among checks.
inline constexpr char UnusedSuppressionCheck[] = "corolint-unused-suppression";

/// An error for each NOLINTBEGIN of \p File without NOLINTEND and the other way
/// round, in the words and under the name that clang-tidy has for it.
std::vector<RawFinding> unmatchedNoLints(llvm::StringRef File,
                                         const NoLintDirectives &In);

/// A finding for each check of ours that a NOLINT of \p File names in full and
/// suppressed nothing of, if \p IsCovered says that something would have been
/// found; and for names that look like ours and are no check.
std::vector<RawFinding>
unusedNoLints(llvm::StringRef File, const NoLintDirectives &In,
              llvm::function_ref<bool(llvm::StringRef Check)> IsCovered);

} // namespace corolint

#endif
