// The knowledge that a configuration asks for.

#ifndef COROLINT_TIDY_KNOWLEDGE_H
#define COROLINT_TIDY_KNOWLEDGE_H

#include "knowledge/KnowledgeBase.h"
#include <memory>
#include <string>
#include <vector>

namespace corolint {

/// The bundled files below the user's \p Files (paths separated by ';'; a
/// relative one is looked up from the folder of \p MainFile upwards). The same
/// list gives the same object. Mistakes go to \p Errors, one line each; a file
/// with mistakes is left out. Thread-safe.
std::shared_ptr<const KnowledgeBase>
loadKnowledge(llvm::StringRef Files, llvm::StringRef MainFile,
              std::vector<std::string> &Errors);

} // namespace corolint

#endif
