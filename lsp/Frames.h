// The framing of the Language Server Protocol: a header that says how long the
// message behind it is.

#ifndef COROLINT_LSP_FRAMES_H
#define COROLINT_LSP_FRAMES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace corolint {

/// Takes bytes as they come and gives the messages that are complete.
class FrameReader {
public:
  /// Calls \p See with the body of each message that \p Bytes completes. A
  /// header without a length is skipped, as clangd does.
  void feed(llvm::StringRef Bytes,
            llvm::function_ref<void(llvm::StringRef)> See);

private:
  bool takeHeader(llvm::StringRef &Rest);

  std::string Buffer;
  std::optional<size_t> BodySize; ///< once the header is read
  size_t SaidSize = 0;            ///< what a header that goes on has said
};

/// \p Body behind its header.
std::string framed(llvm::StringRef Body);

} // namespace corolint

#endif
