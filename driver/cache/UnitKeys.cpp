#include "UnitKeys.h"
#include "ArgumentFilter.h"
#include "Contents.h"
#include "tidy/GlobalOptions.h"
#include "clang/Basic/Version.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/ADT/StringExtras.h"
#include <cstdlib>
#include <map>

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

/// Changes when the same key would no longer stand for the same result.
static constexpr StringLiteral Scheme = "corolint unit key 1";

/// Those that Clang's driver looks at for where headers are.
static constexpr const char *Environment[] = {
    "CPATH",         "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH",
    "COMPILER_PATH", "SDKROOT",        "INCLUDE"};

/// Each part has its length in front: no two lists of parts hash alike.
class UnitKeys::Hash {
public:
  explicit Hash(const BLAKE3 &Start) : State(Start) {}

  void add(StringRef Part) {
    char Size[8];
    support::endian::write64le(Size, Part.size());
    State.update(StringRef(Size, sizeof Size));
    State.update(Part);
  }
  const BLAKE3 &state() const { return State; }
  std::string inHex() {
    return toHex(State.final<DigestSize>(), /*LowerCase=*/true);
  }

private:
  BLAKE3 State;
};

UnitKeys::UnitKeys(TidyConfig &Config, FilesNow &Now,
                   const PortableNames &Names)
    : Config(Config), Now(Now), Names(Names) {
  Hash Start{BLAKE3()};
  KnowsTool = addTool(Start);
  Tool = Start.state();
}

bool UnitKeys::addTool(Hash &To) {
  To.add(Scheme);
  To.add(COROLINT_VERSION);
  // That of the library which is loaded.
  To.add(clang::getClangFullVersion());
  // The program that runs, even if another one has its name by now.
  StringRef Program = Now.contentOf("/proc/self/exe");
  To.add(Program);
  for (const char *Name : Environment) {
    const char *Value = std::getenv(Name);
    To.add(Value ? "=" + Names.encode(Value) : "");
  }
  return !Program.empty();
}

/// Options of other tools' checks change nothing: "modernize-loop.MinSize".
static bool isOurs(StringRef Key) {
  return !Key.contains('.') || Key.starts_with("coro");
}

bool UnitKeys::addOptions(const ClangTidyOptions &Options, Hash &To) {
  To.add(Options.Checks.value_or(""));
  To.add(Options.SystemHeaders.value_or(false) ? "system headers" : "");
  std::map<StringRef, StringRef> Ordered;
  for (const auto &Option : Options.CheckOptions)
    if (isOurs(Option.getKey()))
      Ordered[Option.getKey()] = Option.getValue().Value;
  To.add(std::to_string(Ordered.size()));
  for (auto [Key, Value] : Ordered) {
    To.add(Key);
    To.add(Names.encode(Value));
  }
  SmallVector<StringRef, 4> Knowledge;
  Ordered[KnowledgeOption].split(Knowledge, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Path : Knowledge) {
    StringRef Content = Now.contentOf(Path);
    if (Content.empty())
      return false;
    To.add(Content);
  }
  return true;
}

/// The line as it is analysed, without what is written where.
static std::vector<std::string>
analysedLine(const clang::tooling::CompileCommand &Command) {
  using namespace clang::tooling;
  std::vector<std::string> Line = fitForAnalysis(Command, Keep::AllKnown);
  Line = getClangStripOutputAdjuster()(Line, Command.Filename);
  return getClangStripDependencyFileAdjuster()(Line, Command.Filename);
}

std::string UnitKeys::keyOf(const Unit &U) {
  if (!KnowsTool)
    return "";
  Hash To(Tool);
  clang::tooling::CompileCommand Command = effectiveCommand(U, Config);
  To.add(Names.encode(U.File));
  To.add(Names.encode(Command.Directory));
  To.add(Names.encode(Command.Filename));
  for (const std::string &Argument : analysedLine(Command))
    To.add(Names.encode(Argument));
  To.add("");
  return addOptions(Config.getOptions(U.File), To) ? To.inHex() : "";
}

} // namespace corolint
