// What code does with a std::coroutine_handle, and whether it is a member of
// the object that does it.

#ifndef COROLINT_MODEL_COROUTINEHANDLE_H
#define COROLINT_MODEL_COROUTINEHANDLE_H

#include "model/Known.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace corolint {

/// True if \p T is a std::coroutine_handle or a reference to one.
bool isHandle(clang::QualType T);

/// \p E after stripping and without the conversion of one handle to another.
const clang::Expr *unconverted(const clang::Expr *E);

/// True if \p S calls the function with the qualified name \p Name.
bool isCallOf(const clang::Stmt &S, llvm::StringRef Name);

/// The handle on which \p S calls the member \p Name of
/// std::coroutine_handle; `h()` is a call of "resume". Null if it does not.
const clang::Expr *handleOf(const clang::Stmt &S, llvm::StringRef Name);

/// True if \p E is a member of the object whose function it stands in, or a
/// member of one.
bool isOwnMember(const clang::Expr *E);

/// The member handle that the body of \p Destructor visibly destroys, or null.
const clang::FieldDecl *
destroyedMember(const clang::CXXDestructorDecl &Destructor);

/// True if some part of the body of \p F, if that can be read, is so.
bool anyInBody(const clang::FunctionDecl *F, Known &Facts,
               llvm::function_ref<bool(const clang::Stmt &)> Is);

/// True if the awaiter \p Record suspends always and leaves the handle alone,
/// as std::suspend_always does.
bool parksForever(const clang::CXXRecordDecl &Record, Known &Facts);

} // namespace corolint

#endif
