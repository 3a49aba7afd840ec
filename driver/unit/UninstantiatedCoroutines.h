// Whether a parse that skips bodies may have missed a coroutine: one that is a
// template, as a generic lambda is, may be instantiated only by the body of a
// library's function that it is handed to.

#ifndef COROLINT_DRIVER_UNIT_UNINSTANTIATEDCOROUTINES_H
#define COROLINT_DRIVER_UNIT_UNINSTANTIATEDCOROUTINES_H

#include "clang/AST/ASTContext.h"

namespace corolint {

/// True if the main file has a coroutine template of which nothing was
/// instantiated. Those of headers do not count: most units use a few of them.
bool hasUninstantiatedCoroutine(clang::ASTContext &Context);

} // namespace corolint

#endif
