#include "Commands.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint {

/// What tells clangd how files are compiled, and which configuration counts:
/// ours has to know it too. Other flags differ between versions.
static constexpr StringLiteral SharedFlags[] = {
    "compile-commands-dir", "query-driver", "path-mappings", "enable-config"};

static void shareFlags(ArrayRef<std::string> Users, CommandWords &Ours) {
  for (size_t I = 1; I < Users.size(); ++I) {
    auto [Name, Value] = StringRef(Users[I]).ltrim('-').split('=');
    if (!is_contained(SharedFlags, Name) ||
        !StringRef(Users[I]).starts_with("-"))
      continue;
    Ours.push_back(Users[I]);
    // "--flag value": only a flag that is on or off has none.
    bool HasValue =
        StringRef(Users[I]).contains('=') || Name == "enable-config";
    if (!HasValue && I + 1 < Users.size())
      Ours.push_back(Users[++I]);
  }
}

std::optional<LspCommands> parseCommands(ArrayRef<const char *> Arguments,
                                         std::string Default,
                                         std::string &Mistake) {
  LspCommands Asked;
  Asked.Ours = {std::move(Default)};
  while (!Arguments.empty() && Arguments.front() != StringRef("--")) {
    StringRef Word = Arguments.front();
    Arguments = Arguments.drop_front();
    if (Word == "--help" || Word == "-h") {
      Asked.WantsHelp = true;
    } else if (Word == "--version") {
      Asked.WantsVersion = true;
    } else if (Word.consume_front("--server=") && !Word.empty()) {
      Asked.Ours = {Word.str()};
    } else {
      Mistake = (Twine("unknown option '") + Word +
                 "'; expected --server=PROGRAM, or "
                 "-- and the command of your clangd")
                    .str();
      return std::nullopt;
    }
  }
  for (StringRef Word : Arguments.empty() ? Arguments : Arguments.drop_front())
    Asked.Users.push_back(Word.str());
  if (Asked.Users.empty())
    Asked.Users = {"clangd"};
  Asked.Ours.insert(Asked.Ours.end(), {"--background-index=0", "--log=error"});
  shareFlags(Asked.Users, Asked.Ours);
  return Asked;
}

} // namespace corolint
