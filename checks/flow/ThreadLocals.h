// What leads to an object of which each thread has its own.

#ifndef COROLINT_FLOW_THREADLOCALS_H
#define COROLINT_FLOW_THREADLOCALS_H

#include "model/AsyncModel.h"

namespace corolint {

/// The thread_local variable that \p E is, or a part of, also through functions
/// in sight that return it; null if it is none.
const clang::VarDecl *threadLocalOf(const clang::Expr &E, AsyncModel &Model);

/// The thread_local variable that a variable of type \p T which is made from \p
/// Init goes on to refer to; null for copies.
const clang::VarDecl *referredThreadLocal(clang::QualType T,
                                          const clang::Expr &Init,
                                          AsyncModel &Model);

/// The thread_local variable that \p S writes to, or null.
const clang::VarDecl *writtenThreadLocal(const clang::Stmt &S,
                                         AsyncModel &Model);

/// What the constructor of \p Record sets for the thread and the destructor
/// sets back: a thread_local variable, or a function for settings. Null if
/// there is none to see.
const clang::NamedDecl *scopedThreadState(const clang::CXXRecordDecl &Record,
                                          AsyncModel &Model);

/// What \p Callee is to the calling thread, or nothing.
std::optional<ThreadState> threadState(const clang::FunctionDecl &Callee,
                                       AsyncModel &Model);

} // namespace corolint

#endif
