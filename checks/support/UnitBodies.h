// Every body of a translation unit, whatever part of it the host looks at.

#ifndef COROLINT_SUPPORT_UNITBODIES_H
#define COROLINT_SUPPORT_UNITBODIES_H

#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace corolint {

/// Calls \p Visit with each body and initialiser outside of system headers, and
/// the function that it belongs to (null outside of functions): functions,
/// lambdas, patterns and instances, members' and default arguments'
/// initialisers.
void forEachBody(const clang::ASTContext &Context,
                 llvm::function_ref<void(const clang::Stmt &Root,
                                         const clang::FunctionDecl *Owner)>
                     Visit);

} // namespace corolint

#endif
