#include "Survey.h"
#include "ArgumentFilter.h"
#include "Attempt.h"
#include "PrecompiledHeader.h"
#include "Prefilter.h"
#include "RecordingFS.h"

using namespace llvm;
using clang::tooling::CompileCommand;

namespace corolint {

namespace {

/// In one process: each file is read once for all its units.
class Surveyor {
public:
  explicit Surveyor(TidyConfig &Config) : Config(Config) {}

  UnitSurvey look(const Unit &U) {
    UnitSurvey Seen;
    CompileCommand Command = effectiveCommand(U, Config);
    ErrorOr<vfs::Status> Folder = Sources.status(Command.Directory);
    if (!Folder || !Folder->isDirectory()) {
      Seen.Why = "no folder to compile it in";
      return Seen;
    }
    Command.CommandLine = fitForAnalysis(Command, Keep::AllKnown);
    auto Recording = makeIntrusiveRefCnt<RecordingFS>(Sources.view());
    std::optional<UnitDependencies> Found =
        DependencyScan(Sources).run(U.File, Command, Recording);
    if (!Found) {
      Seen.Why = "its includes could not be found";
      return Seen;
    }
    Verdict Judged = filterFor(U).judge(*Found);
    Seen.MayHaveFindings = Judged.MayHaveFindings;
    Seen.Why = std::move(Judged.Why);
    if (!Seen.MayHaveFindings)
      Seen.Files = Recording->take();
    else
      Seen.Head = headOf(U, Command, *Found);
    return Seen;
  }

private:
  static UnitHead headOf(const Unit &U, const CompileCommand &Command,
                         const UnitDependencies &Found) {
    UnitHead Head{commonFlags(U, Command), {}};
    for (const LeadingInclude &Each : Found.Leading) {
      // "x.h" may be another file for each unit.
      if (!Each.IsSystem || !StringRef(Each.Written).starts_with("<"))
        break;
      Head.Includes.push_back(Each.Written);
    }
    return Head;
  }

  Prefilter &filterFor(const Unit &U) {
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

  struct WithBase {
    std::shared_ptr<const KnowledgeBase> Base;
    std::unique_ptr<Prefilter> Filter;
  };

  TidyConfig &Config;
  SourceCache Sources;
  std::vector<WithBase> Filters;
};

/// Takes the surveys of a share of the units.
class Collecting : public ChildListener {
public:
  Collecting(size_t Shares, size_t Count) : Shares(Shares), Surveys(Count) {}

  void started(size_t) override {}
  void ended(size_t Share, ChildOutcome Outcome) override {
    if (Outcome.How != ChildOutcome::End::Finished)
      return;
    auto Seen = surveysFromBytes(Outcome.Bytes);
    if (!Seen)
      return;
    for (size_t I = 0; I < Seen->size(); ++I)
      if (size_t At = Share + I * Shares; At < Surveys.size())
        Surveys[At] = std::move((*Seen)[I]);
  }

  const size_t Shares;
  std::vector<UnitSurvey> Surveys;
};

} // namespace

std::vector<UnitSurvey> survey(ArrayRef<const Unit *> Units, TidyConfig &Config,
                               unsigned Jobs) {
  for (const Unit *U : Units)
    knowledgeFor(U->File, Config.getOptions(U->File));
  const size_t Shares = std::min<size_t>(Jobs, Units.size());
  Collecting Course(Shares, Units.size());
  bool IsWhole = runInChildren(
      Shares, Jobs, ChildLimits(),
      [&](size_t Share) {
        Surveyor Looking(Config);
        std::vector<UnitSurvey> Seen;
        for (size_t I = Share; I < Units.size(); I += Shares)
          Seen.push_back(Looking.look(*Units[I]));
        return toBytes(Seen);
      },
      Course);
  if (!IsWhole)
    return {};
  return std::move(Course.Surveys);
}

} // namespace corolint
