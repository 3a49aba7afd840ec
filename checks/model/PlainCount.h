// Classes that count references to shared state in a plain integer: the copy
// constructor takes the pointer and increments behind it what the destructor
// decrements.

#ifndef COROLINT_MODEL_PLAINCOUNT_H
#define COROLINT_MODEL_PLAINCOUNT_H

#include "model/Known.h"

namespace corolint {

/// The counter of \p Record (an integer behind a pointer, or the pointer to
/// it), or null if there is none to see, or if it is changed under a lock.
const clang::FieldDecl *findPlainCount(const clang::CXXRecordDecl &Record,
                                       Known &Facts,
                                       clang::ASTContext &Context);

} // namespace corolint

#endif
