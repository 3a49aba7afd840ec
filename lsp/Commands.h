// What the command line of corolint-lsp asks for.

#ifndef COROLINT_LSP_COMMANDS_H
#define COROLINT_LSP_COMMANDS_H

#include "Relay.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace corolint {

struct LspCommands {
  CommandWords Users;
  CommandWords Ours;
  bool WantsHelp = false;
  bool WantsVersion = false;
};

/// From the arguments behind the program's name. \p Default is our clangd
/// unless the user names another. Nothing, and \p Mistake, if they are wrong.
std::optional<LspCommands> parseCommands(llvm::ArrayRef<const char *> Arguments,
                                         std::string Default,
                                         std::string &Mistake);

} // namespace corolint

#endif
