#include "CheckPolicy.h"
#include "CheckNames.h"
#include "ConfigPolicy.h"
#include "NearestProject.h"
#include "ProjectTidyOptions.h"
#include "rules/Rule.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;

namespace corolint {

/// Whether \p Globs end in nothing: "-*", as in the folder of somebody else's
/// code. "-*,bugprone-*" speaks of clang-tidy's checks.
static bool leavesNothingOn(StringRef Globs) {
  bool Nothing = false;
  forEachGlob(Globs, [&](StringRef Glob) {
    if (Glob == "-*")
      Nothing = true;
    else if (!Glob.starts_with("-"))
      Nothing = false;
  });
  return Nothing;
}

/// Globs that decide on each of our checks.
static std::string ourChecks(const ProjectFile &Project, StringRef Said) {
  if (leavesNothingOn(Said))
    return "-coro-*";
  std::string Effective = joined(effectiveGlobs(
      {Project.CheckList, Project.Path}, {SaidGlobs{Said.str(), ""}}, {}));
  std::string Names = "-coro-*";
  for (const Rule *Each : allRules())
    if (leavesOn(Effective, Each->Info.Name))
      Names += ("," + Each->Info.Name).str();
  return Names;
}

ClangTidyOptions withOurChecks(ClangTidyOptions Said, StringRef File) {
  std::shared_ptr<const ProjectFile> Project = nearestProject(File);
  std::string Globs = Said.Checks.value_or("");
  std::string Ours =
      Project->excluded().match(File) ? "-coro-*" : ourChecks(*Project, Globs);
  ClangTidyOptions All = tidyOptionsOf(*Project).merge(Said, 0);
  All.Checks = Globs.empty() ? Ours : Globs + "," + Ours;
  return All;
}

} // namespace corolint
