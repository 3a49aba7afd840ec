// A file of source for the time of a test.

#ifndef COROLINT_TEST_UNIT_OUTPUT_SOURCEFILE_H
#define COROLINT_TEST_UNIT_OUTPUT_SOURCEFILE_H

#include "Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace corolint::output {

class SourceFile {
public:
  explicit SourceFile(llvm::StringRef Text) {
    int Descriptor;
    llvm::sys::fs::createTemporaryFile("source", "cpp", Descriptor, Path);
    llvm::raw_fd_ostream(Descriptor, /*shouldClose=*/true) << Text;
  }
  ~SourceFile() { llvm::sys::fs::remove(Path); }
  SourceFile(const SourceFile &) = delete;
  SourceFile &operator=(const SourceFile &) = delete;

  std::string name() const { return Path.str().str(); }

  /// From one byte of one line to one of another.
  Place place(unsigned Line, unsigned Byte, unsigned EndLine,
              unsigned EndByte) const {
    return {name(), {Line, Byte, Byte}, {EndLine, EndByte, EndByte}};
  }

private:
  llvm::SmallString<128> Path;
};

} // namespace corolint::output

#endif
