// How the tool speaks of its own errors: one line each, on stderr.

#ifndef COROLINT_DRIVER_COMPLAIN_H
#define COROLINT_DRIVER_COMPLAIN_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <functional>
#include <string>
#include <vector>

namespace corolint {

/// "corolint: error: <What>"
void complain(const llvm::Twine &What);

/// "corolint: warning: <What>": all goes on, but not as was asked.
void warn(const llvm::Twine &What);

/// A line that already says where: "file:line:col: error: <what>".
void complainAt(llvm::StringRef Line);

/// \p Do is done before each line that is printed; null: nothing.
void beforeEachLine(std::function<void()> Do);

/// Hands standard output on. False, after a complaint, if it could not be
/// written; a reader that went away has what it wanted.
bool finishOutput();

/// As long as it lives, what this thread complains of is kept in it and not
/// printed.
class Complaints {
public:
  Complaints();
  ~Complaints();
  Complaints(const Complaints &) = delete;
  Complaints &operator=(const Complaints &) = delete;

  /// As they would have been printed.
  const std::vector<std::string> &lines() const { return Lines; }
  void hear(std::string Line) { Lines.push_back(std::move(Line)); }

private:
  Complaints *Outer;
  std::vector<std::string> Lines;
};

/// Prints what complaints were kept.
void printComplaints(llvm::ArrayRef<std::string> Lines);

/// The same in one text, without the name of the tool.
std::string asReason(llvm::ArrayRef<std::string> Lines);

/// "file:line:col: error: <What>" for the byte at \p Offset of \p Text.
std::string errorAt(llvm::MemoryBufferRef Text, size_t Offset,
                    const llvm::Twine &What);

/// "1 file", "2 files", "no findings".
std::string counted(size_t Number, llvm::StringRef Noun);

} // namespace corolint

#endif
