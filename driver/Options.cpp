#include "Options.h"
#include "Complain.h"
#include "HelpText.h"
#include "Spelling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

namespace {

template <typename T> using Opt = cl::opt<T>;
using Flag = cl::opt<bool>;
using List = cl::list<std::string>;

// HelpText.h describes them.
cl::OptionCategory Ours("corolint");
List Files(cl::Positional, cl::cat(Ours));
Opt<std::string> BuildPath("p", cl::ValueRequired, cl::ZeroOrMore,
                           cl::cat(Ours));
Opt<std::string> ConfigFile("config", cl::ValueRequired, cl::ZeroOrMore,
                            cl::cat(Ours));
Flag Schema("schema", cl::ValueDisallowed, cl::ZeroOrMore, cl::cat(Ours));
Opt<std::string> Checks("checks", cl::ValueRequired, cl::ZeroOrMore,
                        cl::cat(Ours));
Flag ListChecks("list-checks", cl::ValueDisallowed, cl::ZeroOrMore,
                cl::cat(Ours));
Opt<std::string> Explain("explain", cl::ValueRequired, cl::ZeroOrMore,
                         cl::cat(Ours));
Flag Why("why", cl::ValueDisallowed, cl::ZeroOrMore, cl::cat(Ours));
List Knowledge("knowledge", cl::ValueRequired, cl::cat(Ours));
Opt<std::string> HeaderFilter("header-filter", cl::ValueRequired,
                              cl::ZeroOrMore, cl::cat(Ours));
Opt<std::string> LineFilter("line-filter", cl::ValueRequired, cl::ZeroOrMore,
                            cl::cat(Ours));
Opt<std::string> Diff("diff", cl::ValueRequired, cl::ZeroOrMore, cl::cat(Ours));
List ExtraArg("extra-arg", cl::ValueRequired, cl::cat(Ours));
List ExtraArgBefore("extra-arg-before", cl::ValueRequired, cl::cat(Ours));
List Reports("report", cl::ValueRequired, cl::cat(Ours));
Opt<std::string> Jobs("jobs", cl::ValueRequired, cl::ZeroOrMore, cl::cat(Ours));
cl::alias JobsShort("j", cl::aliasopt(Jobs), cl::cat(Ours));
Opt<std::string> Timeout("timeout", cl::ValueRequired, cl::ZeroOrMore,
                         cl::cat(Ours));
Opt<std::string> MaxMemory("max-memory", cl::ValueRequired, cl::ZeroOrMore,
                           cl::cat(Ours));
Opt<std::string> Cache("cache", cl::ValueRequired, cl::ZeroOrMore,
                       cl::cat(Ours));
Flag NoCache("no-cache", cl::ValueDisallowed, cl::ZeroOrMore, cl::cat(Ours));
Opt<std::string> CacheSize("cache-size", cl::ValueRequired, cl::ZeroOrMore,
                           cl::cat(Ours));
Opt<std::string> RemoteCache("remote-cache", cl::ValueRequired, cl::ZeroOrMore,
                             cl::cat(Ours));
Flag RemoteCacheReadOnly("remote-cache-read-only", cl::ValueDisallowed,
                         cl::ZeroOrMore, cl::cat(Ours));
Flag ParseBodies("parse-bodies", cl::ValueDisallowed, cl::ZeroOrMore,
                 cl::cat(Ours));
Flag NoSharedHeaders("no-shared-headers", cl::ValueDisallowed, cl::ZeroOrMore,
                     cl::cat(Ours));
Flag ParseAll("parse-all", cl::ValueDisallowed, cl::ZeroOrMore, cl::cat(Ours));
Opt<std::string> Baseline("baseline", cl::ValueRequired, cl::ZeroOrMore,
                          cl::cat(Ours));
Flag BaselineStrict("baseline-strict", cl::ValueDisallowed, cl::ZeroOrMore,
                    cl::cat(Ours));
Flag UnusedSuppressions("unused-suppressions", cl::ValueDisallowed,
                        cl::ZeroOrMore, cl::cat(Ours));
Opt<std::string> Threshold("fail-on", cl::ValueRequired, cl::ZeroOrMore,
                           cl::cat(Ours));
Flag Fix("fix", cl::ValueDisallowed, cl::ZeroOrMore, cl::cat(Ours));
Opt<std::string> Progress("progress", cl::ValueRequired, cl::ZeroOrMore,
                          cl::cat(Ours));
Opt<std::string> Profile("profile", cl::ValueRequired, cl::ZeroOrMore,
                         cl::cat(Ours));
Opt<std::string> Compiler("compiler", cl::ValueRequired, cl::ZeroOrMore,
                          cl::cat(Ours));
Opt<std::string> Runtime("runtime", cl::ValueRequired, cl::ZeroOrMore,
                         cl::cat(Ours));
Flag Quiet("quiet", cl::ValueDisallowed, cl::ZeroOrMore, cl::cat(Ours));

/// LLVM has an option of that name too: to be asked for once that is dropped.
Flag &stats() {
  static Flag Stats("stats", cl::ValueDisallowed, cl::ZeroOrMore,
                    cl::cat(Ours));
  return Stats;
}

void printVersion(raw_ostream &Out) {
  Out << "corolint " COROLINT_VERSION " (LLVM " LLVM_VERSION_STRING ")\n";
  if (!finishOutput())
    std::exit(Misused);
}

/// LLVM's libraries register hundreds of options of their own.
void dropForeignOptions() {
  SmallVector<cl::Option *, 0> Foreign;
  for (auto &[Name, Known] : cl::getRegisteredOptions()) {
    // --help and --version stay.
    bool IsShared = Name == "help" || Name == "version";
    if (!IsShared && !is_contained(Known->Categories, &Ours))
      Foreign.push_back(Known);
  }
  for (cl::Option *Known : Foreign)
    Known->removeArgument();
}

std::string unknownOption(StringRef Arg, StringRef Name) {
  std::vector<StringRef> Names;
  for (auto &[Known, Option] : cl::getRegisteredOptions())
    if (Known.size() > 1)
      Names.push_back(Known);
  sort(Names);
  StringRef Shown = Arg.take_front(Arg.find('='));
  std::string Hint = didYouMean(Name, Names);
  // Names are known without their dashes.
  if (size_t Quote = Hint.find('\''); Quote != std::string::npos)
    Hint.insert(Quote + 1, "--");
  else
    Hint = "; see corolint --help";
  return ("unknown option '" + Shown + "'" + Hint).str();
}

/// Says what is wrong before LLVM's parser does, which would in its own words.
std::optional<std::string> usageError(ArrayRef<const char *> Args) {
  auto &Known = cl::getRegisteredOptions();
  for (size_t I = 0; I < Args.size(); ++I) {
    StringRef Arg = Args[I];
    if (!Arg.starts_with("-") || Arg == "-")
      continue;
    StringRef Name = Arg.drop_front(Arg.starts_with("--") ? 2 : 1);
    auto [Key, Value] = Name.split('=');
    bool HasValue = Name.contains('=');
    auto Found = Known.find(Key);
    if (Found == Known.end())
      return unknownOption(Arg, Key);
    switch (Found->second->getValueExpectedFlag()) {
    case cl::ValueRequired:
      if (!HasValue && ++I == Args.size())
        return ("option '" + Arg + "' needs a value").str();
      break;
    case cl::ValueDisallowed:
      if (HasValue)
        return ("option '" + Arg.take_front(Arg.find('=')) +
                "' takes no value, but was given '" + Value + "'")
            .str();
      break;
    default:
      break;
    }
  }
  return std::nullopt;
}

/// The value of \p Given, a number from 1; \p Into stays as it is if the option
/// was not given. False after a complaint.
template <typename Number>
bool readNumber(const Opt<std::string> &Given, StringRef Unit, Number &Into) {
  if (!Given.getNumOccurrences())
    return true;
  unsigned Value;
  if (!StringRef(Given).getAsInteger(10, Value) && Value) {
    Into = Value;
    return true;
  }
  complain("option '--" + Given.ArgStr + "' needs a number of " + Unit +
           " from 1 on, but was given '" + Given.getValue() + "'");
  return false;
}

/// False after a complaint.
bool readThreshold(std::optional<FailOn> &Into) {
  if (!Threshold.getNumOccurrences())
    return true;
  Into = failOn(Threshold);
  if (!Into)
    complain("option '--fail-on' needs error, warning or never, but was given "
             "'" +
             Threshold + "'");
  return Into.has_value();
}

/// False after a complaint.
bool readProgress(std::optional<ProgressMode> &Into) {
  if (!Progress.getNumOccurrences())
    return true;
  Into = StringSwitch<std::optional<ProgressMode>>(Progress)
             .Case("auto", ProgressMode::Auto)
             .Case("plain", ProgressMode::Plain)
             .Case("json", ProgressMode::Json)
             .Case("none", ProgressMode::None)
             .Default(std::nullopt);
  if (!Into)
    complain("option '--progress' needs auto, plain, json or none, but was "
             "given '" +
             Progress + "'");
  return Into.has_value();
}

/// False after a complaint.
bool readProfile(std::string &Into) {
  if (Profile.getNumOccurrences() && Profile.empty()) {
    complain("option '--profile' needs the name of a file");
    return false;
  }
  Into = Profile;
  return true;
}

/// A selftest is about the command behind "--". False after a complaint.
bool hasNoOptions() {
  for (auto &[Name, Known] : cl::getRegisteredOptions())
    if (Known->getNumOccurrences()) {
      StringRef Dashes = Name.size() == 1 ? "-" : "--";
      complain("option '" + Dashes + Name +
               "' does not go with 'corolint selftest'; try it with "
               "'corolint selftest -- corolint " +
               Dashes + Name + "'");
      return false;
    }
  return true;
}

/// A demonstration is of the checks as they are. False after a complaint.
bool hasOptionsOfDemonstration() {
  for (auto &[Name, Known] : cl::getRegisteredOptions())
    if (Known->getNumOccurrences() && Known != &Compiler && Known != &Runtime &&
        Known != &Timeout) {
      complain("option '" + StringRef(Name.size() == 1 ? "-" : "--") + Name +
               "' does not go with 'corolint demonstrate'");
      return false;
    }
  for (const Opt<std::string> *Each : {&Compiler, &Runtime})
    if (Each->getNumOccurrences() && Each->empty()) {
      complain("option '--" + Each->ArgStr + "' needs the name of a " +
               (Each == &Compiler ? "program" : "folder"));
      return false;
    }
  return true;
}

/// What only a check can do. False after a complaint.
bool fitsCommand(const Options &Asked) {
  if (Asked.Do == Command::Demonstrate)
    return hasOptionsOfDemonstration();
  for (const Opt<std::string> *Each : {&Compiler, &Runtime})
    if (Each->getNumOccurrences()) {
      complain("option '--" + Each->ArgStr +
               "' goes with 'corolint demonstrate' only");
      return false;
    }
  if (Asked.Do == Command::Check)
    return true;
  if (Asked.Do == Command::Selftest)
    return hasNoOptions();
  StringRef Stray = Asked.Fix                ? "--fix"
                    : Asked.BaselineStrict   ? "--baseline-strict"
                    : !Asked.Reports.empty() ? "--report"
                                             : "";
  if (!Stray.empty())
    complain("option '" + Stray + "' goes with no command");
  return Stray.empty();
}

/// Takes the words of a command off the front of \p Words. Nothing after a
/// complaint.
std::optional<Command> takeCommand(std::vector<std::string> &Words) {
  StringRef First = Words.empty() ? StringRef() : StringRef(Words.front());
  auto Alone = StringSwitch<std::optional<Command>>(First)
                   .Case("doctor", Command::Doctor)
                   .Case("verify-config", Command::VerifyConfig)
                   .Case("selftest", Command::Selftest)
                   .Case("demonstrate", Command::Demonstrate)
                   .Default(std::nullopt);
  if (Alone) {
    Words.erase(Words.begin());
    return Alone;
  }
  if (First != "baseline")
    return Command::Check;
  StringRef Second = Words.size() < 2 ? StringRef() : StringRef(Words[1]);
  auto Found = StringSwitch<std::optional<Command>>(Second)
                   .Case("create", Command::BaselineCreate)
                   .Case("update", Command::BaselineUpdate)
                   .Case("prune", Command::BaselinePrune)
                   .Default(std::nullopt);
  if (Found)
    Words.erase(Words.begin(), Words.begin() + 2);
  else
    complain("'corolint baseline' needs create, update or prune behind it" +
             (Second.empty() ? "" : ", not '" + Second + "'"));
  return Found;
}

/// False after a complaint.
bool readCache(Options &Into) {
  if (NoCache && (Cache.getNumOccurrences() || !RemoteCache.empty())) {
    complain("--no-cache does not go with --" +
             Twine(Cache.getNumOccurrences() ? "cache" : "remote-cache"));
    return false;
  }
  if (RemoteCacheReadOnly && RemoteCache.empty()) {
    complain("--remote-cache-read-only goes with --remote-cache only");
    return false;
  }
  if (Cache.getNumOccurrences() && Cache.empty()) {
    complain("option '--cache' needs the name of a folder");
    return false;
  }
  if (NoCache || Cache.getNumOccurrences())
    Into.CacheFolder = Cache;
  Into.RemoteCache = RemoteCache;
  Into.RemoteCacheIsReadOnly = RemoteCacheReadOnly;
  return readNumber(CacheSize, "megabytes", Into.CacheMB);
}

/// Answers --help, whose text LLVM would lay out for itself.
void answerHelp(ArrayRef<const char *> Args) {
  for (StringRef Arg : Args)
    if (Arg == "--help" || Arg == "-help" || Arg == "-h") {
      outs() << HelpText;
      std::exit(finishOutput() ? Clean : Misused);
    }
}

} // namespace

std::optional<FailOn> failOn(StringRef Word) {
  return StringSwitch<std::optional<FailOn>>(Word)
      .Case("error", FailOn::Error)
      .Case("warning", FailOn::Warning)
      .Case("never", FailOn::Never)
      .Default(std::nullopt);
}

std::optional<Options> parseOptions(int Argc, const char **Argv) {
  dropForeignOptions();
  Flag &Stats = stats();
  cl::SetVersionPrinter(printVersion);

  // Everything behind "--" belongs to the compiler.
  Options Asked;
  SmallVector<const char *, 32> Args(Argv, Argv + Argc);
  auto Dashes = find_if(Args, [](StringRef Arg) { return Arg == "--"; });
  if (Dashes != Args.end()) {
    Asked.Flags.emplace(Dashes + 1, Args.end());
    Args.erase(Dashes, Args.end());
  }
  BumpPtrAllocator Allocator;
  StringSaver Saver(Allocator);
  cl::ExpandResponseFiles(Saver, cl::TokenizeGNUCommandLine, Args);

  // As make and ninja take it.
  for (const char *&Arg : Args) {
    StringRef Number(Arg);
    if (Number.consume_front("-j") && !Number.empty() &&
        all_of(Number, isDigit))
      Arg = Saver.save("--jobs=" + Number).data();
  }
  answerHelp(ArrayRef(Args).drop_front());
  if (auto Wrong = usageError(ArrayRef(Args).drop_front())) {
    complain(*Wrong);
    return std::nullopt;
  }
  std::string Unforeseen;
  raw_string_ostream Stream(Unforeseen);
  if (!cl::ParseCommandLineOptions(Args.size(), Args.data(), "", &Stream)) {
    complain(StringRef(Stream.str()).split('\n').first);
    return std::nullopt;
  }

  if (!readNumber(Jobs, "processes", Asked.Jobs) ||
      !readNumber(Timeout, "seconds", Asked.TimeoutSeconds) ||
      !readNumber(MaxMemory, "megabytes", Asked.MaxMemoryMB) ||
      !readThreshold(Asked.Threshold) || !readProgress(Asked.Progress) ||
      !readProfile(Asked.ProfileFile) || !readCache(Asked))
    return std::nullopt;
  Asked.Files = Files;
  std::optional<Command> Do = takeCommand(Asked.Files);
  if (!Do)
    return std::nullopt;
  Asked.Do = *Do;
  Asked.ConfigFile = ConfigFile;
  Asked.Schema = Schema;
  Asked.BuildPath = BuildPath;
  Asked.Checks = Checks;
  if (Explain.getNumOccurrences())
    Asked.Explain = Explain;
  if (HeaderFilter.getNumOccurrences())
    Asked.HeaderFilter = HeaderFilter;
  if (LineFilter.getNumOccurrences())
    Asked.LineFilter = LineFilter;
  if (Diff.getNumOccurrences())
    Asked.DiffRef = Diff;
  Asked.Knowledge = Knowledge;
  Asked.ExtraArgs = ExtraArg;
  Asked.ExtraArgsBefore = ExtraArgBefore;
  Asked.Reports = Reports;
  Asked.ParseBodies = ParseBodies;
  if (Baseline.getNumOccurrences())
    Asked.Baseline = Baseline;
  Asked.BaselineStrict = BaselineStrict;
  Asked.UnusedSuppressions = UnusedSuppressions;
  Asked.Fix = Fix;
  Asked.ListChecks = ListChecks;
  Asked.NoSharedHeaders = NoSharedHeaders;
  Asked.ParseAll = ParseAll;
  Asked.Why = Why;
  Asked.Quiet = Quiet;
  Asked.Compiler = Compiler;
  Asked.Runtime = Runtime;
  Asked.Stats = Stats;
  if (!fitsCommand(Asked))
    return std::nullopt;
  return Asked;
}

} // namespace corolint
