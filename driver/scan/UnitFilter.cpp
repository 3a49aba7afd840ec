#include "UnitFilter.h"
#include "ArgumentFilter.h"
#include "Attempt.h"

using namespace llvm;
using clang::tooling::CompileCommand;

namespace corolint {

Prefilter &UnitFilter::filterFor(const Unit &U, TidyConfig &Config) {
  std::shared_ptr<const KnowledgeBase> Base =
      knowledgeFor(U.File, Config.getOptions(U.File));
  // The same knowledge is the same object.
  for (const WithBase &Each : Filters)
    if (Each.Base == Base)
      return *Each.Filter;
  auto New = std::make_unique<Prefilter>(*Base, Sources);
  Filters.push_back({std::move(Base), std::move(New)});
  return *Filters.back().Filter;
}

Verdict UnitFilter::judge(const Unit &U, TidyConfig &Config) {
  CompileCommand Command = effectiveCommand(U, Config);
  ErrorOr<vfs::Status> Folder = Sources.status(Command.Directory);
  if (!Folder || !Folder->isDirectory())
    return {true, "no folder to compile it in"};
  Command.CommandLine = fitForAnalysis(Command, Keep::AllKnown);
  std::optional<UnitDependencies> Found =
      DependencyScan(Sources).run(U.File, Command);
  if (!Found)
    return {true, "its includes could not be found"};
  return filterFor(U, Config).judge(*Found);
}

std::vector<const Unit *> worthParsing(ArrayRef<const Unit *> Units,
                                       TidyConfig &Config,
                                       EngineListener &Listener) {
  UnitFilter Filter;
  std::vector<const Unit *> Kept;
  for (const Unit *Each : Units) {
    if (Filter.judge(*Each, Config).MayHaveFindings) {
      Kept.push_back(Each);
      continue;
    }
    UnitResult Nothing;
    Nothing.IsAnalysed = true;
    Listener.ended(*Each, std::move(Nothing), UnitRun());
  }
  return Kept;
}

} // namespace corolint
