// One run over many units: what each gave, and what of that is reported.

#ifndef COROLINT_DRIVER_COURSE_H
#define COROLINT_DRIVER_COURSE_H

#include "ChangedLines.h"
#include "Coverage.h"
#include "Engine.h"
#include "Findings.h"
#include "Jobs.h"
#include "Report.h"
#include "Statistics.h"
#include <map>

namespace corolint {

class Course : public EngineListener {
public:
  /// \p IsWholeProject: \p Jobs are all files of the database. Nothing is
  /// reported of headers that are \p Excluded.
  Course(llvm::ArrayRef<Job> Jobs, TidyConfig &Config, bool IsWholeProject,
         const PathGlobs &Excluded)
      : Jobs(Jobs), Config(Config), Filter(Texts, Excluded),
        Covered(Filter, IsWholeProject) {}

  /// Those of \p Files that are in no job are not analysed.
  void skipOthers(llvm::ArrayRef<std::string> Files);

  void started(const Unit &) override {}
  void ended(const Unit &U, UnitResult Result, const UnitRun &Run) override {
    Figures.add(Result, Run.IsFromCache);
    Results[&U] = std::move(Result);
  }

  Statistics &statistics() { return Figures; }

  /// Only findings on these lines are reported.
  void showOnly(ChangedLines &Lines) { Shown = &Lines; }

  /// Mistakes in the values of check options, each once.
  std::vector<std::string> configMistakes() const;

  /// Prints what the files that could not be analysed have to say.
  /// \p WithUnusedNoLints: NOLINT comments that suppress nothing are findings.
  output::Report report(bool WithUnusedNoLints);

  /// The files as they were when report() was asked.
  output::SourceTexts &texts() { return Texts; }

  /// What the report would have in it, had it been found.
  Coverage &coverage() { return Covered; }

private:
  bool addFile(const Job &J, output::Report &Into);
  void addFindings(const Job &J, Findings &Into);
  void addNoLintFindings(bool WithUnused, Findings &Into);
  void readOwnNoLints();

  llvm::ArrayRef<Job> Jobs;
  TidyConfig &Config;
  ChangedLines *Shown = nullptr;
  std::map<const Unit *, UnitResult> Results;
  Statistics Figures;
  output::SourceTexts Texts;
  FindingFilter Filter;
  Coverage Covered;
};

} // namespace corolint

#endif
