#include "Course.h"
#include "Complain.h"
#include "FromFindings.h"
#include "NoLintFindings.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using clang::tidy::ClangTidyOptions;
using clang::tidy::GlobList;

namespace corolint {

std::vector<std::string> Course::configMistakes() const {
  std::vector<std::string> Mistakes;
  for (const Job &J : Jobs)
    for (const Unit &U : J.Units)
      if (auto It = Results.find(&U); It != Results.end())
        for (const std::string &Mistake : It->second.ConfigMistakes)
          if (!is_contained(Mistakes, Mistake))
            Mistakes.push_back(Mistake);
  return Mistakes;
}

void Course::skipOthers(ArrayRef<std::string> Files) {
  StringSet<> InJobs;
  for (const Job &J : Jobs)
    InJobs.insert(J.File);
  for (const std::string &File : Files)
    if (!InJobs.contains(File))
      Covered.addSkipped(File);
}

bool Course::addFile(const Job &J, output::Report &Into) {
  std::vector<std::string> Complaints = J.Complaints;
  bool IsAnalysed = !J.Units.empty();
  for (const Unit &U : J.Units) {
    const UnitResult &Result = Results[&U];
    IsAnalysed &= Result.IsAnalysed;
    Complaints.insert(Complaints.end(), Result.Complaints.begin(),
                      Result.Complaints.end());
    Covered.addSystemFolders(U);
  }
  printComplaints(Complaints);
  if (IsAnalysed) {
    Into.Analysed.push_back(shownPath(J.File));
    Covered.addAnalysed(J.File, Config.getOptions(J.File));
  } else {
    Into.Failures.push_back({shownPath(J.File), asReason(Complaints)});
    Covered.addFailure();
  }
  return IsAnalysed;
}

void Course::addFindings(const Job &J, Findings &Into) {
  const ClangTidyOptions Options = Config.getOptions(J.File);
  const GlobList Promoted(Options.WarningsAsErrors.value_or(""));
  for (const Unit &U : J.Units)
    for (RawFinding &Raw : Results[&U].Findings) {
      auto Judgement = Filter.judge(Raw, Options);
      if (Judgement.Is == FindingFilter::Verdict::NotTheUsers)
        continue;
      if (Shown && !Shown->isAbout(Raw, Texts))
        continue;
      JudgedFinding Judged;
      Judged.SuppressedBy = std::move(Judgement.By);
      Judged.IsPromoted = !Raw.IsError && Promoted.contains(Raw.Check);
      Judged.Raw = std::move(Raw);
      Into.add(std::move(Judged));
    }
}

/// Below the current folder, but in any case those of the files themselves.
void Course::readOwnNoLints() {
  std::string Here = realPath(".") + "/";
  // Most headers are those of many units.
  StringSet<> Seen;
  for (const Job &J : Jobs) {
    if (!J.Units.empty())
      Filter.directives(J.File);
    for (const Unit &U : J.Units)
      for (const NamedContent &Read : Results[&U].Files.Read) {
        const std::string &Name = Read.Name;
        bool IsFull = StringRef(Name).starts_with("/");
        if (!Seen.insert(IsFull ? Name : U.Command.Directory + "/" + Name)
                 .second)
          continue;
        std::string File = absolutePath(Name, U.Command.Directory);
        if (StringRef(realPath(File)).starts_with(Here))
          Filter.directives(File);
      }
  }
}

void Course::addNoLintFindings(bool WithUnused, Findings &Into) {
  if (WithUnused)
    readOwnNoLints();
  auto AddAll = [&](std::vector<RawFinding> Found) {
    for (RawFinding &Each : Found) {
      JudgedFinding Judged;
      Judged.Raw = std::move(Each);
      Into.add(std::move(Judged));
    }
  };
  Filter.forEachAsked([&](StringRef File, const NoLintDirectives &In) {
    if (In.all().empty() || !Covered.isUsers(File))
      return;
    AddAll(unmatchedNoLints(File, In));
    if (WithUnused && Covered.covers(File))
      AddAll(unusedNoLints(File, In, [&](StringRef Check) {
        return Covered.covers(File, Check);
      }));
  });
}

output::Report Course::report(bool WithUnusedNoLints) {
  output::Report Made;
  Findings Found;
  for (const Job &J : Jobs) {
    addFile(J, Made);
    addFindings(J, Found);
  }
  addNoLintFindings(WithUnusedNoLints, Found);
  Covered.addCheck(UnmatchedNoLintCheck);
  if (WithUnusedNoLints)
    Covered.addCheck(UnusedSuppressionCheck);
  // All at once: a NOLINT on one of two equal lines must not give the other
  // another fingerprint.
  for (output::Result &Each : output::resultsOf(Found.ordered(), Texts))
    (Each.Suppressions.empty() ? Made.Results : Made.Suppressed)
        .push_back(std::move(Each));
  return Made;
}

} // namespace corolint
