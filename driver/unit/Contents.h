// What a file or a folder holds, in 32 bytes: equal digests, equal contents.

#ifndef COROLINT_DRIVER_UNIT_CONTENTS_H
#define COROLINT_DRIVER_UNIT_CONTENTS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint {

/// The BLAKE3 of \p Bytes.
std::string contentDigest(llvm::StringRef Bytes);

/// The digest of a folder that holds \p Names, in any order.
std::string listingDigest(std::vector<std::string> Names);

/// How long a digest is.
inline constexpr size_t DigestSize = 32;

} // namespace corolint

#endif
