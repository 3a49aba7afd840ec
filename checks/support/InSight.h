// Whether all that may name a declaration stands in this translation unit.

#ifndef COROLINT_SUPPORT_INSIGHT_H
#define COROLINT_SUPPORT_INSIGHT_H

#include "clang/AST/DeclCXX.h"

namespace corolint {

/// True if all who may name a private member of \p Record are in sight: its
/// own member functions, each with a body.
bool isWholeInSight(const clang::CXXRecordDecl &Record);

/// True if no other translation unit can call \p F: by its linkage, because
/// its class or template is defined in the source file itself or it is an
/// instance for such a class, or as a private member of a class that is in
/// sight as a whole. A virtual function may be called from anywhere.
bool isOnlyCalledHere(const clang::FunctionDecl &F);

} // namespace corolint

#endif
