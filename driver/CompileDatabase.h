// How the files are compiled: a compile_commands.json, or flags after "--".
// Commands are only ever read, never run.

#ifndef COROLINT_DRIVER_COMPILEDATABASE_H
#define COROLINT_DRIVER_COMPILEDATABASE_H

#include "Options.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <memory>

namespace corolint {

class CompileDatabase {
public:
  /// Nothing, after a complaint, if there is none or it is broken.
  static std::unique_ptr<CompileDatabase> load(const Options &Asked);

  /// Every file that may hold C++, absolute, sorted, each once.
  std::vector<std::string> files() const;

  /// How \p File is compiled; empty if the database does not say. Never
  /// guessed but for a header, which no database has: that is compiled like the
  /// source file whose name is most like its own.
  std::vector<clang::tooling::CompileCommand> commands(llvm::StringRef File);

  /// "build/compile_commands.json", or "the command line".
  llvm::StringRef name() const { return Name; }

  bool isEmpty() const;

private:
  CompileDatabase(std::unique_ptr<clang::tooling::CompilationDatabase> Plain,
                  std::string Name, std::string Path);

  std::unique_ptr<clang::tooling::CompilationDatabase> Commands;
  /// The same, with a guess for each other file; made when it is needed.
  std::unique_ptr<clang::tooling::CompilationDatabase> Guessing;
  std::string Name;
  std::string Path; ///< empty for a command line
};

} // namespace corolint

#endif
