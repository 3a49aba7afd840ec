#include "Demonstrate.h"
#include "Agreement.h"
#include "Bench.h"
#include "CheckNames.h"
#include "Compiler.h"
#include "Complain.h"
#include "Pages.h"
#include "SideBySide.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace corolint {

namespace {

ExitCode misused(const Twine &Why) {
  complain("demonstrate: " + Why);
  return Misused;
}

/// Why the examples of \p Check cannot be run.
std::string notRunnable(StringRef Check) {
  std::string Unknown = unknownCheck(Check);
  if (!Unknown.empty())
    return Unknown;
  if (Check.contains('*') || Check.starts_with("-"))
    return ("'" + Check + "' is a glob; name one check").str();
  return ("the examples of '" + Check +
          "' are no programs; those of these checks are: " +
          join(checksThatCanBeShown(), ", "))
      .str();
}

/// Nothing after a complaint.
std::optional<Toolchain> findToolchain(const Options &Asked, Bench &On) {
  auto Runtime = findRuntime(Asked.Runtime, On);
  if (!Runtime)
    return std::nullopt;
  auto Compiler = findCompiler(Asked.Compiler, On);
  if (!Compiler)
    return std::nullopt;
  return Toolchain{std::move(*Compiler), std::move(*Runtime)};
}

/// The last line, and what it means.
ExitCode conclude(StringRef Check, ArrayRef<ExampleTrial> Tried) {
  const std::vector<std::string> Problems = disagreements(Check, Tried);
  if (Problems.empty()) {
    outs() << "check and run agree: both report " << reportedLines(Tried)
           << ", and nothing else\n";
    return Clean;
  }
  outs() << "not as the page claims: " << join(Problems, "; ") << '\n';
  return HasFindings;
}

/// Incomplete after a complaint.
ExitCode show(StringRef Check, ArrayRef<PageExample> Examples,
              const Options &Asked, Bench &On) {
  if (!On.open())
    return Incomplete;
  const std::optional<Toolchain> Tools = findToolchain(Asked, On);
  if (!Tools)
    return Incomplete;
  std::vector<ExampleTrial> All;
  for (const PageExample &Each : Examples) {
    std::optional<ExampleTrial> Tried = tryOut(Each, *Tools, On);
    if (!Tried)
      return Incomplete;
    outs() << Check << ", the " << Each.kind() << " example\n\n";
    showSideBySide(*Tried, outs());
    outs() << '\n';
    outs().flush();
    All.push_back(std::move(*Tried));
  }
  return conclude(Check, All);
}

} // namespace

ExitCode demonstrate(const Options &Asked) {
  if (Asked.Flags)
    return misused("takes no flags behind '--'");
  if (Asked.Files.empty()) {
    for (const std::string &Check : checksThatCanBeShown())
      outs() << Check << '\n';
    return Clean;
  }
  if (Asked.Files.size() > 1)
    return misused("takes one check, not " +
                   std::to_string(Asked.Files.size()));
  const StringRef Check = Asked.Files.front();
  if (!is_contained(checksThatCanBeShown(), Check))
    return misused(notRunnable(Check));
  const Page &Found =
      *find_if(pages(), [&](const Page &Each) { return Each.Check == Check; });
  Bench On(Asked.TimeoutSeconds);
  const ExitCode Code = show(Check, examplesOf(Found.Text), Asked, On);
  if (!On.isInterrupted())
    return Code;
  complain("interrupted");
  return Interrupted;
}

} // namespace corolint
