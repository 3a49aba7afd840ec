// How the tool speaks of its own errors: one line each, on stderr.

#ifndef COROLINT_DRIVER_COMPLAIN_H
#define COROLINT_DRIVER_COMPLAIN_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>

namespace corolint {

/// "corolint: error: <What>"
void complain(const llvm::Twine &What);

/// A line that already says where: "file:line:col: error: <what>".
void complainAt(llvm::StringRef Line);

/// Hears what this thread complains of as long as it lives.
class Complaints {
public:
  Complaints();
  ~Complaints();
  Complaints(const Complaints &) = delete;
  Complaints &operator=(const Complaints &) = delete;

  /// A line for each, without the name of the tool.
  const std::string &text() const { return Text; }
  void hear(llvm::StringRef Line);

private:
  Complaints *Outer;
  std::string Text;
};

/// "file:line:col: error: <What>" for the byte at \p Offset of \p Text.
std::string errorAt(llvm::MemoryBufferRef Text, size_t Offset,
                    const llvm::Twine &What);

/// "1 file", "2 files", "no findings".
std::string counted(size_t Number, llvm::StringRef Noun);

} // namespace corolint

#endif
