// Offsets in files, as lines and columns.

#ifndef COROLINT_DRIVER_OUTPUT_SOURCETEXTS_H
#define COROLINT_DRIVER_OUTPUT_SOURCETEXTS_H

#include "Report.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include <optional>

namespace corolint::output {

class SourceTexts {
public:
  /// \p Length bytes of \p File from \p Offset. No lines if the file cannot be
  /// read any more, or has become shorter.
  Place place(llvm::StringRef File, size_t Offset, size_t Length);

  /// The byte of \p File that \p At is; nothing if there is none.
  std::optional<size_t> offset(llvm::StringRef File, const Position &At);

  /// How long the token at \p Offset is; at least 1.
  size_t tokenLength(llvm::StringRef File, size_t Offset);

  /// All of \p File; empty if it cannot be read.
  llvm::StringRef text(llvm::StringRef File);

  /// The line that \p Offset is in; empty if there is none.
  llvm::StringRef line(llvm::StringRef File, size_t Offset);

  /// The line of that number, from 1, without its end; nothing if there is
  /// none.
  std::optional<llvm::StringRef> numbered(llvm::StringRef File,
                                          unsigned Number);

private:
  struct Source {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<size_t> LineStarts;
  };
  const Source &source(llvm::StringRef File);
  static Position position(const Source &In, size_t Offset);

  llvm::StringMap<Source> Known;
};

} // namespace corolint::output

#endif
