// The asynchronous function that stands beside a synchronous one under a name
// made from it: async_read beside read, readAsync, co_read, coRead.

#ifndef COROLINT_MODEL_ASYNCTWIN_H
#define COROLINT_MODEL_ASYNCTWIN_H

#include "model/AsyncModel.h"

namespace corolint {

/// The twin of what \p Site calls, in the same class or namespace, or null. It
/// returns something to await, or takes a token that decides what it returns.
const clang::FunctionDecl *asyncTwin(const CallSite &Site, AsyncModel &Model);

} // namespace corolint

#endif
