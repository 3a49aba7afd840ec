#include "ConfigPolicy.h"
#include "CheckNames.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint {

static constexpr char OurChecks[] = "coro-*";
static constexpr char NeverOthers[] = ",-clang-*";

bool namesOurChecks(StringRef Glob) {
  Glob.consume_front("-");
  return Glob.consume_front("coro") &&
         (Glob.starts_with("-") || Glob.starts_with("*"));
}

std::string effectiveChecks(StringRef FileGlobs, StringRef CommandLineGlobs) {
  bool AsksForOurs = false;
  std::string TakenOff;
  forEachGlob(FileGlobs, [&](StringRef Glob) {
    if (!namesOurChecks(Glob))
      return;
    if (Glob.starts_with("-"))
      TakenOff += ("," + Glob).str();
    else
      AsksForOurs = true;
  });
  std::string Globs = AsksForOurs ? FileGlobs.str() : OurChecks + TakenOff;
  if (!CommandLineGlobs.empty())
    Globs += ("," + CommandLineGlobs).str();
  return Globs + NeverOthers;
}

} // namespace corolint
