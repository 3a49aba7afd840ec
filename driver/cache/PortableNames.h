// Texts in the cache are the same for every check-out of a project: where the
// path of its root stands in them, a mark stands instead.

#ifndef COROLINT_DRIVER_CACHE_PORTABLENAMES_H
#define COROLINT_DRIVER_CACHE_PORTABLENAMES_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

class PortableNames {
public:
  /// \p Root is absolute. If its real path is another one, both have a mark.
  explicit PortableNames(llvm::StringRef Root);

  /// \p Text with marks. It may be a path, an argument, a message.
  std::string encode(llvm::StringRef Text) const;

  /// The text for this check-out; nothing if \p Text was not made by encode().
  std::optional<std::string> decode(llvm::StringRef Text) const;

private:
  std::string ByMark[2]; ///< as written, real
};

} // namespace corolint

#endif
