// One run of git, with its answer.

#ifndef COROLINT_DRIVER_FILTER_GITPROCESS_H
#define COROLINT_DRIVER_FILTER_GITPROCESS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace corolint {

struct GitAnswer {
  bool IsGood = false; ///< it ended with 0
  std::string Text;    ///< its standard output
  std::string Errors;
};

class GitProcess {
public:
  /// Looks for the program in the folders of PATH, not in the current one.
  GitProcess();

  bool isFound() const { return !Program.empty(); }

  /// Runs it with these words and waits. No shell reads them.
  GitAnswer ask(llvm::ArrayRef<std::string> Words) const;

  /// From now on the setting has that value, whatever files say.
  void set(llvm::StringRef Key, llvm::StringRef Value);

private:
  std::string Program;
  std::vector<std::string> Environment; ///< "NAME=value"
  unsigned Settings = 0;                ///< how many Environment has
};

} // namespace corolint

#endif
