#include "TidyConfig.h"
#include "CheckNames.h"
#include "Complain.h"
#include "Paths.h"
#include "ProjectTidyOptions.h"
#include "TidyFile.h"
#include "knowledge/KnowledgeBase.h"
#include "tidy/GlobalOptions.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

static constexpr char CommandLine[] = "the command line";

static void makeAbsolute(std::string &Paths, StringRef Base) {
  SmallVector<StringRef, 4> Each;
  StringRef(Paths).split(Each, ';', -1, /*KeepEmpty=*/false);
  std::vector<std::string> Absolute;
  for (StringRef Path : Each)
    Absolute.push_back(absolutePath(Path.trim(), Base));
  Paths = join(Absolute, ";");
}

static ClangTidyOptions ourDefaults() {
  ClangTidyOptions Defaults;
  Defaults.HeaderFilterRegex = ".*";
  return Defaults;
}

static ClangTidyOptions overrides(const Options &Asked) {
  ClangTidyOptions Over;
  Over.HeaderFilterRegex = Asked.HeaderFilter;
  if (!Asked.ExtraArgs.empty())
    Over.ExtraArgs = Asked.ExtraArgs;
  if (!Asked.ExtraArgsBefore.empty())
    Over.ExtraArgsBefore = Asked.ExtraArgsBefore;
  if (Asked.Why)
    Over.CheckOptions[WhyOption] = "true";
  if (!Asked.Knowledge.empty()) {
    std::string Paths = join(Asked.Knowledge, ";");
    makeAbsolute(Paths, "");
    Over.CheckOptions[KnowledgeOption] =
        ClangTidyOptions::ClangTidyValue(Paths);
  }
  return Over;
}

TidyConfig::TidyConfig(const Options &Asked, const ProjectFile &Project,
                       IntrusiveRefCntPtr<vfs::FileSystem> FS)
    : FileOptionsProvider(clang::tidy::ClangTidyGlobalOptions(),
                          ourDefaults().merge(tidyOptionsOf(Project), 0),
                          overrides(Asked), std::move(FS)),
      ProjectChecks{Project.CheckList, shownPath(Project.Path)},
      CommandLineChecks{Asked.Checks, CommandLine},
      ProjectSays(tidyOptionsOf(Project)) {
  ProjectSays.Checks = Project.CheckList;
  ConfigHandlers.front().second = [this](MemoryBufferRef Config) {
    return parse(Config);
  };
}

ClangTidyOptions TidyConfig::parse(MemoryBufferRef Config) {
  return parseTidyFile(Config, [&](size_t Offset, const Twine &What) {
    ++Mistakes;
    if (IsChecking)
      complainAt(errorAt(Config, Offset, What));
  });
}

std::vector<clang::tidy::ClangTidyOptionsProvider::OptionsSource>
TidyConfig::rawSources(StringRef File) {
  // A file is named as its compile command does, relative to the folder that
  // is current in the shared file system. 19 takes ".." literally and would
  // read the .clang-tidy of the folder the path only passes through.
  SmallString<256> Absolute(File);
  FS->makeAbsolute(Absolute);
  std::vector<OptionsSource> Sources =
      FileOptionsProvider::getRawOptions(absolutePath(Absolute));
  // A relative path in a file is relative to the file.
  for (OptionsSource &Source : Sources) {
    auto Knowledge = Source.first.CheckOptions.find(KnowledgeOption);
    if (Knowledge != Source.first.CheckOptions.end())
      makeAbsolute(Knowledge->second.Value,
                   sys::path::parent_path(Source.second));
  }
  return Sources;
}

/// The first are the defaults, the last what the command line says.
static ArrayRef<clang::tidy::ClangTidyOptionsProvider::OptionsSource>
tidyFilesAmong(
    ArrayRef<clang::tidy::ClangTidyOptionsProvider::OptionsSource> Sources) {
  return Sources.drop_front().drop_back();
}

std::vector<EffectiveGlob>
TidyConfig::globsOf(ArrayRef<OptionsSource> Sources) {
  std::vector<SaidGlobs> TidyFiles;
  for (const OptionsSource &Source : tidyFilesAmong(Sources))
    TidyFiles.push_back(
        {Source.first.Checks.value_or(""), shownPath(Source.second)});
  return effectiveGlobs(ProjectChecks, TidyFiles, CommandLineChecks);
}

std::vector<EffectiveGlob> TidyConfig::globs(StringRef File) {
  return globsOf(rawSources(File));
}

std::vector<clang::tidy::ClangTidyOptionsProvider::OptionsSource>
TidyConfig::getRawOptions(StringRef File) {
  std::vector<OptionsSource> Sources = rawSources(File);
  std::string Checks = joined(globsOf(Sources));
  for (OptionsSource &Source : Sources)
    Source.first.Checks.reset();
  Sources.back().first.Checks = Checks;
  return Sources;
}

std::vector<ConfigSource> TidyConfig::sources(StringRef File) {
  std::vector<ConfigSource> All = {{"our defaults", ourDefaults()}};
  if (!ProjectChecks.From.empty())
    All.push_back({ProjectChecks.From, ProjectSays});
  std::vector<OptionsSource> Raw = rawSources(File);
  for (const OptionsSource &Source : tidyFilesAmong(Raw))
    All.push_back({shownPath(Source.second), Source.first});
  All.push_back({CommandLine, Raw.back().first});
  All.back().Says.Checks = CommandLineChecks.Globs;
  return All;
}

namespace {

class Asking : public clang::tidy::ClangTidyOptionsProvider {
public:
  explicit Asking(TidyConfig &Config) : Config(Config) {}

  const clang::tidy::ClangTidyGlobalOptions &getGlobalOptions() override {
    return Config.getGlobalOptions();
  }
  std::vector<OptionsSource> getRawOptions(StringRef File) override {
    return Config.getRawOptions(File);
  }

private:
  TidyConfig &Config;
};

} // namespace

std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> TidyConfig::provider() {
  return std::make_unique<Asking>(*this);
}

bool TidyConfig::checkReadable(StringRef File) {
  for (StringRef Folder = sys::path::parent_path(File); !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<256> Config(Folder);
    sys::path::append(Config, ".clang-tidy");
    auto Status = FS->status(Config);
    if (!Status || !Status->isRegularFile())
      continue;
    auto Text = FS->getBufferForFile(Config);
    if (Text)
      continue;
    complain("cannot read '" + shownPath(Config) +
             "': " + Text.getError().message());
    return false;
  }
  return true;
}

bool TidyConfig::checkKnowledge(StringRef Paths) {
  SmallVector<StringRef, 4> Each;
  Paths.split(Each, ';', -1, /*KeepEmpty=*/false);
  bool Good = true;
  for (StringRef Path : Each) {
    if (!KnowledgeSeen.insert(Path).second)
      continue;
    KnowledgeBase Base;
    std::vector<std::string> Errors;
    Good &= Base.addFile(shownPath(Path), Errors);
    for (const std::string &Error : Errors)
      complainAt(Error);
  }
  return Good;
}

bool TidyConfig::checkNamedFiles() {
  bool Good = true;
  for (const ClangTidyOptions *Options : {&ProjectSays, &OverrideOptions}) {
    auto Knowledge = Options->CheckOptions.find(KnowledgeOption);
    if (Knowledge != Options->CheckOptions.end())
      Good &= checkKnowledge(Knowledge->second.Value);
  }
  return Good;
}

bool TidyConfig::check(StringRef File) {
  if (!checkReadable(File))
    return false;
  unsigned Before = Mistakes;
  IsChecking = true;
  ClangTidyOptions Effective = getOptions(File);
  IsChecking = false;
  if (Mistakes != Before)
    return false;
  auto Knowledge = Effective.CheckOptions.find(KnowledgeOption);
  return Knowledge == Effective.CheckOptions.end() ||
         checkKnowledge(Knowledge->second.Value);
}

bool TidyConfig::anyCheckOn(StringRef File) {
  return leavesAnyOn(*getOptions(File).Checks);
}

} // namespace corolint
