#include "Course.h"
#include "Complain.h"
#include "FindingFilter.h"
#include "FromFindings.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"

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

bool Course::addFile(const Job &J, output::Report &Into) {
  std::vector<std::string> Complaints = J.Complaints;
  bool IsAnalysed = !J.Units.empty();
  for (const Unit &U : J.Units) {
    const UnitResult &Result = Results[&U];
    IsAnalysed &= Result.IsAnalysed;
    Complaints.insert(Complaints.end(), Result.Complaints.begin(),
                      Result.Complaints.end());
  }
  printComplaints(Complaints);
  if (IsAnalysed)
    Into.Analysed.push_back(shownPath(J.File));
  else
    Into.Failures.push_back({shownPath(J.File), asReason(Complaints)});
  return IsAnalysed;
}

void Course::addFindings(const Job &J, FindingFilter &Filter, Findings &Into) {
  const ClangTidyOptions Options = Config.getOptions(J.File);
  const GlobList Promoted(Options.WarningsAsErrors.value_or(""));
  for (const Unit &U : J.Units)
    for (RawFinding &Raw : Results[&U].Findings) {
      auto Judgement = Filter.judge(Raw, Options);
      if (Judgement.Is == FindingFilter::Verdict::NotTheUsers)
        continue;
      JudgedFinding Judged;
      Judged.SuppressedBy = std::move(Judgement.By);
      Judged.IsPromoted = !Raw.IsError && Promoted.contains(Raw.Check);
      Judged.Raw = std::move(Raw);
      Into.add(std::move(Judged));
    }
}

output::Report Course::report() {
  output::Report Made;
  output::SourceTexts Texts;
  FindingFilter Filter(Texts);
  Findings Found;
  for (const Job &J : Jobs) {
    addFile(J, Made);
    addFindings(J, Filter, Found);
  }
  // All at once: a NOLINT on one of two equal lines must not give the other
  // another fingerprint.
  for (output::Result &Each : output::resultsOf(Found.ordered(), Texts))
    (Each.Suppressions.empty() ? Made.Results : Made.Suppressed)
        .push_back(std::move(Each));
  return Made;
}

} // namespace corolint
