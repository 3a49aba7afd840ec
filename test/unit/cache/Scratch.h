// A folder of a test's own, gone when it ends.

#ifndef COROLINT_TEST_UNIT_CACHE_SCRATCH_H
#define COROLINT_TEST_UNIT_CACHE_SCRATCH_H

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

namespace corolint {

class Scratch : public testing::Test {
protected:
  Scratch() {
    llvm::SmallString<128> Made;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("corolint", Made));
    Folder = std::string(Made);
  }
  ~Scratch() override { llvm::sys::fs::remove_directories(Folder); }

  std::string path(llvm::StringRef Name) const {
    return Folder + "/" + Name.str();
  }

  /// Writes in place: the file stays the same one.
  void write(llvm::StringRef Name, llvm::StringRef Text) const {
    std::string Path = path(Name);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(Path));
    std::error_code Error;
    llvm::raw_fd_ostream(Path, Error) << Text;
    EXPECT_FALSE(Error) << Path;
  }

  std::string Folder;
};

} // namespace corolint

#endif
