// A result as the cache keeps it: good for every check-out of the project.

#ifndef COROLINT_DRIVER_CACHE_PORTABLERESULT_H
#define COROLINT_DRIVER_CACHE_PORTABLERESULT_H

#include "PortableNames.h"
#include "UnitResult.h"

namespace corolint {

/// \p Result as bytes, without what it cost. Of what it was made from it names
/// the files of the check-out, which may have comments that count in a report:
/// equal findings in equal files, equal bytes.
std::string toPortableBytes(UnitResult Result, const PortableNames &Names);

/// The result for this check-out; nothing if \p Bytes are not such.
std::optional<UnitResult> fromPortableBytes(llvm::StringRef Bytes,
                                            const PortableNames &Names);

} // namespace corolint

#endif
