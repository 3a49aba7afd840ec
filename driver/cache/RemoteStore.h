// A cache on another machine, by plain HTTP: GET and PUT of URL/ac/KEY and
// URL/cas/DIGEST, as Bazel, ccache and any WebDAV server speak it. A server
// that does not answer is given up for the rest of the run.

#ifndef COROLINT_DRIVER_CACHE_REMOTESTORE_H
#define COROLINT_DRIVER_CACHE_REMOTESTORE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace corolint {

class RemoteStore {
public:
  virtual ~RemoteStore() = default;

  /// Null, after a complaint, if \p Url is none or this corolint cannot speak
  /// HTTP.
  static std::unique_ptr<RemoteStore> open(llvm::StringRef Url,
                                           bool IsReadOnly);

  /// The files of \p Names, as far as they are there; at most a few dozen, all
  /// asked for at once. What they hold is to be checked.
  virtual std::vector<std::optional<std::string>>
  get(llvm::ArrayRef<std::string> Names) = 0;

  /// Sends a file, at the latest when flush() is called.
  virtual void put(std::string Name, std::string Bytes) = 0;
  virtual void flush() = 0;
};

} // namespace corolint

#endif
