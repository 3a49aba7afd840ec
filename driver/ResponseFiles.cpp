#include "ResponseFiles.h"
#include "OrdinaryFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"

using namespace llvm;
using clang::tooling::CompilationDatabase;
using clang::tooling::CompileCommand;

namespace corolint {

namespace {

/// Files that name each other twice would grow without end.
constexpr unsigned MostFiles = 1000;

class FewFiles : public vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    if (++Opened > MostFiles)
      return make_error_code(errc::argument_list_too_long);
    return ProxyFileSystem::openFileForRead(Path);
  }

private:
  unsigned Opened = 0;
};

bool isResponseFile(StringRef Argument) {
  return Argument.size() > 1 && Argument.front() == '@';
}

/// What is wrong, or nothing and \p Command is expanded.
std::string expand(CompileCommand &Command) {
  if (none_of(Command.CommandLine, isResponseFile))
    return "";
  FewFiles Files(ordinaryFiles(vfs::createPhysicalFileSystem()));
  BumpPtrAllocator Memory;
  cl::ExpansionContext Context(Memory, cl::TokenizeGNUCommandLine);
  SmallVector<const char *, 64> Line;
  for (const std::string &Argument : Command.CommandLine)
    Line.push_back(Argument.c_str());
  if (Error Wrong = Context.setVFS(&Files)
                        .setCurrentDir(Command.Directory)
                        .expandResponseFiles(Line))
    return toString(std::move(Wrong));
  Command.CommandLine.assign(Line.begin(), Line.end());
  return "";
}

class Expanded : public CompilationDatabase {
public:
  explicit Expanded(std::unique_ptr<CompilationDatabase> Plain)
      : Plain(std::move(Plain)) {}

  std::vector<std::string> getAllFiles() const override {
    return Plain->getAllFiles();
  }
  std::vector<CompileCommand>
  getCompileCommands(StringRef File) const override {
    return expanded(Plain->getCompileCommands(File));
  }
  std::vector<CompileCommand> getAllCompileCommands() const override {
    return expanded(Plain->getAllCompileCommands());
  }

private:
  static std::vector<CompileCommand>
  expanded(std::vector<CompileCommand> Commands) {
    for (CompileCommand &Each : Commands)
      expand(Each);
    return Commands;
  }

  std::unique_ptr<CompilationDatabase> Plain;
};

} // namespace

std::unique_ptr<CompilationDatabase>
withResponseFiles(std::unique_ptr<CompilationDatabase> Plain) {
  return std::make_unique<Expanded>(std::move(Plain));
}

std::string responseFileMistake(const CompileCommand &Command) {
  CompileCommand Copy = Command;
  return expand(Copy);
}

} // namespace corolint
