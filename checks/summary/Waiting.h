// Whether a statement may put what comes after it behind work that was started
// before it.

#ifndef COROLINT_SUMMARY_WAITING_H
#define COROLINT_SUMMARY_WAITING_H

#include "summary/BlockingSummary.h"

namespace corolint {

/// True if \p S waits, suspends, locks, runs an event loop, asks an object that
/// does its own locking, or calls what may do so. Without a body in sight every
/// callee may that gets an object by which it could.
bool mayWait(const clang::Stmt &S, AsyncModel &Model,
             BlockingSummary &Blocking);

} // namespace corolint

#endif
