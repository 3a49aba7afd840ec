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

void Course::addFindings(const Job &J, FindingFilter &Filter,
                         output::SourceTexts &Texts, Findings &Into) {
  const ClangTidyOptions Options = Config.getOptions(J.File);
  const GlobList Promoted(Options.WarningsAsErrors.value_or(""));
  for (const Unit &U : J.Units)
    for (RawFinding &Raw : Results[&U].Findings) {
      auto Verdict = Filter.judge(Raw, Options);
      if (Verdict == FindingFilter::Verdict::NotTheUsers)
        continue;
      if (Shown && !Shown->isAbout(Raw, Texts))
        continue;
      JudgedFinding Judged;
      Judged.IsSuppressed = Verdict == FindingFilter::Verdict::NoLint;
      Judged.IsPromoted = !Raw.IsError && Promoted.contains(Raw.Check);
      Judged.Raw = std::move(Raw);
      Into.add(std::move(Judged));
    }
}

output::Report Course::report() {
  output::Report Made;
  output::SourceTexts Texts;
  FindingFilter Filter(Texts, Excluded);
  Findings Found;
  for (const Job &J : Jobs) {
    addFile(J, Made);
    addFindings(J, Filter, Texts, Found);
  }
  std::vector<JudgedFinding> Ordered = Found.ordered();
  std::vector<output::Result> All = output::resultsOf(Ordered, Texts);
  for (auto [Judged, Result] : zip(Ordered, All))
    if (!Judged.IsSuppressed)
      Made.Results.push_back(std::move(Result));
  return Made;
}

} // namespace corolint
