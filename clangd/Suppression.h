// The code action that silences a finding where it is.

#ifndef COROLINT_CLANGD_SUPPRESSION_H
#define COROLINT_CLANGD_SUPPRESSION_H

#include "OpenDocuments.h"

namespace corolint {

/// The action that adds a NOLINT comment for \p Diagnostic, one of our checks,
/// to the document \p Uri; nothing where no comment can stand.
std::optional<llvm::json::Object>
suppression(const OpenDocuments &Documents, llvm::StringRef Uri,
            const llvm::json::Value &Diagnostic);

} // namespace corolint

#endif
