#include "Doctor.h"
#include "CheckNames.h"
#include "Complain.h"
#include "Jobs.h"
#include "Paths.h"
#include "Survey.h"
#include "rules/Rule.h"
#include "tidy/GlobalOptions.h"
#include "clang/Basic/LangStandard.h"
#include "clang/Basic/TargetInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::LangStandard;
using clang::tidy::ClangTidyOptions;

namespace corolint {
namespace {

/// Of one file.
class Examination {
public:
  Examination(StringRef File, const ProjectFile &Project, TidyConfig &Config,
              CompileDatabase &Database)
      : File(File), Project(Project), Config(Config), Database(Database),
        Sources(Config.sources(File)), Effective(Config.getOptions(File)) {}

  /// False if there is no command for it.
  bool tell();

private:
  raw_ostream &line(const Twine &What) { return outs() << What << ": "; }
  bool tellCommands();
  void tellLanguage(const Unit &U);
  void tellSources();
  void tellChecks();
  void tellOptions();
  void tellSeverities();
  void tellHeaders();
  void tellKnowledge();
  void tellArguments();
  void tellWhetherParsed();
  void tellFirstGuess(raw_ostream &Out);

  /// The name of the last source for which \p Has is true; empty if none.
  std::string lastToSay(function_ref<bool(const ClangTidyOptions &)> Has);

  StringRef File;
  const ProjectFile &Project;
  TidyConfig &Config;
  CompileDatabase &Database;
  std::vector<ConfigSource> Sources;
  ClangTidyOptions Effective;
  std::vector<Unit> Units;
  bool IsBelowCxx20 = false;
};

std::string
Examination::lastToSay(function_ref<bool(const ClangTidyOptions &)> Has) {
  for (const ConfigSource &Source : reverse(Sources))
    if (Has(Source.Says))
      return Source.Name;
  return "";
}

/// The standard that the last -std names, or Clang's own.
LangStandard::Kind standardOf(ArrayRef<std::string> Arguments) {
  LangStandard::Kind Kind = LangStandard::lang_unspecified;
  for (StringRef Argument : Arguments) {
    Argument.consume_front("-");
    bool IsStandard =
        Argument.consume_front("-std=") || Argument.consume_front("std=") ||
        Argument.consume_front("std:") || Argument.consume_front("/std:");
    if (IsStandard)
      Kind = Argument == "c++latest" ? LangStandard::getLangKind("c++2b")
                                     : LangStandard::getLangKind(Argument);
  }
  return Kind;
}

void Examination::tellLanguage(const Unit &U) {
  LangStandard::Kind Kind = standardOf(effectiveCommand(U, Config).CommandLine);
  bool IsSaid = Kind != LangStandard::lang_unspecified;
  if (!IsSaid)
    Kind = clang::getDefaultLanguageStandard(
        clang::Language::CXX, Triple(LLVM_DEFAULT_TARGET_TRIPLE));
  const LangStandard &Standard = LangStandard::getLangStandardForKind(Kind);
  IsBelowCxx20 |= !Standard.isCPlusPlus20();
  line("language") << Standard.getName()
                   << (IsSaid ? ", from the command" : ", Clang's default")
                   << '\n';
}

bool Examination::tellCommands() {
  line("file") << shownPath(File) << '\n';
  std::vector<clang::tooling::CompileCommand> Commands =
      Database.commands(File);
  if (Commands.empty()) {
    complain("'" + shownPath(File) + "' is not in '" + Database.name() +
             "'; add it to the build, or pass its flags after --");
    return false;
  }
  for (clang::tooling::CompileCommand &Command : Commands) {
    line("command");
    for (auto [Index, Word] : enumerate(Command.CommandLine)) {
      outs() << (Index ? " " : "");
      sys::printArg(outs(), Word, /*Quote=*/false);
    }
    outs() << '\n';
    line("command from") << Database.name();
    if (!Command.Heuristic.empty())
      outs() << ", " << Command.Heuristic;
    outs() << '\n';
    line("command runs in") << Command.Directory << '\n';
    Units.push_back({File.str(), std::move(Command)});
    tellLanguage(Units.back());
  }
  return true;
}

void Examination::tellSources() {
  for (auto [Index, Source] : enumerate(Sources))
    line("configuration " + Twine(Index + 1)) << Source.Name << '\n';
}

void Examination::tellChecks() {
  std::vector<EffectiveGlob> Globs = Config.globs(File);
  for (const Rule *R : allRules()) {
    const EffectiveGlob *Why = deciding(Globs, R->Info.Name);
    bool IsOn = Why && !StringRef(Why->Glob).starts_with("-");
    line("check " + R->Info.Name) << (IsOn ? "on" : "off");
    if (!Why)
      outs() << ", no glob names it\n";
    else if (Why->From.empty())
      outs() << ", by default\n";
    else
      outs() << ", by '" << Why->Glob << "' of " << Why->From << '\n';
  }
}

void Examination::tellOptions() {
  for (const Rule *R : allRules())
    for (const RuleOption &Option : R->Info.Options) {
      std::string Key = (R->Info.Name + "." + Option.Name).str();
      auto Value = Effective.CheckOptions.find(Key);
      if (Value == Effective.CheckOptions.end() ||
          Value->second.Value == Option.Default)
        continue;
      line("option " + Key) << '\'' << Value->second.Value << "', by "
                            << lastToSay([&](const ClangTidyOptions &Says) {
                                 return Says.CheckOptions.count(Key);
                               })
                            << "; default '" << Option.Default << "'\n";
    }
}

void Examination::tellSeverities() {
  for (const Rule *R : allRules()) {
    if (!leavesOn(Effective.WarningsAsErrors.value_or(""), R->Info.Name))
      continue;
    std::string From = lastToSay([&](const ClangTidyOptions &Says) {
      return Says.WarningsAsErrors &&
             leavesOn(*Says.WarningsAsErrors, R->Info.Name);
    });
    line("severity " + R->Info.Name) << "error, by " << From << '\n';
  }
}

void Examination::tellHeaders() {
  line("header filter") << '\'' << Effective.HeaderFilterRegex.value_or("")
                        << "', by "
                        << lastToSay([](const ClangTidyOptions &Says) {
                             return Says.HeaderFilterRegex.has_value();
                           })
                        << '\n';
}

void Examination::tellKnowledge() {
  auto Found = Effective.CheckOptions.find(KnowledgeOption);
  if (Found == Effective.CheckOptions.end())
    return;
  SmallVector<StringRef, 4> Files;
  StringRef(Found->second.Value).split(Files, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Each : Files)
    line("knowledge") << shownPath(Each) << ", by "
                      << lastToSay([](const ClangTidyOptions &Says) {
                           return Says.CheckOptions.count(KnowledgeOption);
                         })
                      << '\n';
}

void Examination::tellArguments() {
  for (const ConfigSource &Source : Sources)
    for (const auto &List :
         {Source.Says.ExtraArgsBefore, Source.Says.ExtraArgs})
      if (List)
        for (const std::string &Argument : *List)
          line("extra argument") << Argument << ", by " << Source.Name << '\n';
}

/// What a look at the includes says, without a parse.
void Examination::tellFirstGuess(raw_ostream &Out) {
  std::vector<const Unit *> Each;
  for (const Unit &U : Units)
    Each.push_back(&U);
  std::string Why;
  for (const UnitSurvey &Seen : survey(Each, Config, /*Jobs=*/1)) {
    Why = Seen.Why;
    if (Seen.MayHaveFindings) {
      Out << "yes (" << Why << ')';
      return;
    }
  }
  Out << "only if it is named, " << Why;
}

void Examination::tellWhetherParsed() {
  const PathGlobs Excluded = Project.excluded();
  raw_ostream &Out = line("parsed");
  if (const std::string *Pattern = Excluded.match(File))
    Out << "no, excluded by '" << *Pattern << "' of "
        << shownPath(Project.Path);
  else if (!Config.anyCheckOn(File))
    Out << "no, every check is off";
  else if (IsBelowCxx20)
    Out << "no, there are no coroutines before C++20";
  else
    tellFirstGuess(Out);
  Out << '\n';
}

bool Examination::tell() {
  if (!tellCommands())
    return false;
  tellSources();
  tellChecks();
  tellOptions();
  tellSeverities();
  tellHeaders();
  tellKnowledge();
  tellArguments();
  tellWhetherParsed();
  return true;
}

} // namespace

ExitCode doctor(const Options &Asked, const ProjectFile &Project,
                CompileDatabase &Database, ArrayRef<std::string> Files) {
  IntrusiveRefCntPtr<vfs::FileSystem> FS(vfs::createPhysicalFileSystem());
  TidyConfig Config(Asked, Project, FS);
  bool IsGood = Config.checkNamedFiles(), AllHaveCommands = true;
  for (const std::string &File : Files)
    IsGood &= Config.check(File);
  if (!IsGood)
    return Misused;
  for (const std::string &File : Files)
    AllHaveCommands &= Examination(File, Project, Config, Database).tell();
  return AllHaveCommands ? Clean : Incomplete;
}

} // namespace corolint
