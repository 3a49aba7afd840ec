// A folder of files to scan, which is gone at the end of the test.

#ifndef COROLINT_TEST_UNIT_SCANFOLDER_H
#define COROLINT_TEST_UNIT_SCANFOLDER_H

#include "ArgumentFilter.h"
#include "Prefilter.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"
#include <fstream>

namespace corolint::test {

class ScanFolder {
public:
  ScanFolder() {
    llvm::SmallString<128> Made;
    EXPECT_FALSE(llvm::sys::fs::createUniqueDirectory("scan", Made));
    llvm::SmallString<128> Real;
    EXPECT_FALSE(llvm::sys::fs::real_path(Made, Real));
    Path = Real.str().str();
  }
  ~ScanFolder() { llvm::sys::fs::remove_directories(Path); }

  void write(llvm::StringRef Name, llvm::StringRef Text) {
    std::string File = at(Name);
    llvm::sys::fs::create_directories(llvm::sys::path::parent_path(File));
    std::ofstream(File) << Text.str();
  }

  std::string at(llvm::StringRef Name) const { return Path + "/" + Name.str(); }

  /// What main.cpp with \p Text reads.
  std::optional<UnitDependencies> scan(llvm::StringRef Text,
                                       std::vector<std::string> Flags = {},
                                       llvm::StringRef Standard = "c++20") {
    write("main.cpp", Text);
    clang::tooling::CompileCommand Command;
    Command.Directory = Path;
    Command.Filename = at("main.cpp");
    Command.CommandLine = {"c++", "-std=" + Standard.str()};
    for (std::string &Flag : Flags)
      Command.CommandLine.push_back(std::move(Flag));
    Command.CommandLine.push_back("main.cpp");
    Command.CommandLine = fitForAnalysis(Command, Keep::AllKnown);
    // A run takes files to stay as they are; a test does not.
    Cache = std::make_unique<SourceCache>();
    return DependencyScan(*Cache).run(Command.Filename, Command, Cache->view());
  }

  SourceCache &sources() { return *Cache; }

private:
  std::unique_ptr<SourceCache> Cache = std::make_unique<SourceCache>();
  std::string Path;
};

} // namespace corolint::test

#endif
