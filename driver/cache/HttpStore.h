// The RemoteStore that speaks HTTP through libcurl.

#ifndef COROLINT_DRIVER_CACHE_HTTPSTORE_H
#define COROLINT_DRIVER_CACHE_HTTPSTORE_H

#include "RemoteStore.h"

namespace corolint {

/// Null, after a complaint, if libcurl does not work.
std::unique_ptr<RemoteStore> openHttp(llvm::StringRef Url, bool IsReadOnly);

} // namespace corolint

#endif
