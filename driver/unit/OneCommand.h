// A compile database of one command, for Clang's tools.

#ifndef COROLINT_DRIVER_ONECOMMAND_H
#define COROLINT_DRIVER_ONECOMMAND_H

#include "clang/Tooling/CompilationDatabase.h"

namespace corolint {

class OneCommand : public clang::tooling::CompilationDatabase {
public:
  explicit OneCommand(clang::tooling::CompileCommand Command)
      : Command(std::move(Command)) {}

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(llvm::StringRef) const override {
    return {Command};
  }

private:
  clang::tooling::CompileCommand Command;
};

} // namespace corolint

#endif
