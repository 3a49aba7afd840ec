// Callables that a function calls only to see them fail, as `assert_throws` of
// a test framework does.

#ifndef COROLINT_FLOW_EXPECTEDFAILURE_H
#define COROLINT_FLOW_EXPECTEDFAILURE_H

#include "model/AsyncModel.h"

namespace corolint {

/// True if \p Site calls its argument number \p Index (counted from 0) to see
/// it fail: a fact says so, or its body shows that it returns only if that
/// argument has thrown.
bool expectsFailure(const CallSite &Site, unsigned Index, AsyncModel &Model);

} // namespace corolint

#endif
