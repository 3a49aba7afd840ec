// One run over many units: what each gave, and what of that is reported.

#ifndef COROLINT_DRIVER_COURSE_H
#define COROLINT_DRIVER_COURSE_H

#include "ChangedLines.h"
#include "Engine.h"
#include "Findings.h"
#include "Jobs.h"
#include "Report.h"
#include "Statistics.h"
#include <map>

namespace corolint {

class FindingFilter;

class Course : public EngineListener {
public:
  /// Nothing is reported of headers that are \p Excluded.
  Course(llvm::ArrayRef<Job> Jobs, TidyConfig &Config,
         const PathGlobs &Excluded)
      : Jobs(Jobs), Config(Config), Excluded(Excluded) {}

  void started(const Unit &) override {}
  void ended(const Unit &U, UnitResult Result, const UnitRun &Run) override {
    Figures.add(Result, Run.IsFromCache);
    Results[&U] = std::move(Result);
  }

  const Statistics &statistics() const { return Figures; }

  /// Only findings on these lines are reported.
  void showOnly(ChangedLines &Lines) { Shown = &Lines; }

  /// Mistakes in the values of check options, each once.
  std::vector<std::string> configMistakes() const;

  /// Prints what the files that could not be analysed have to say.
  output::Report report();

private:
  bool addFile(const Job &J, output::Report &Into);
  void addFindings(const Job &J, FindingFilter &Filter,
                   output::SourceTexts &Texts, Findings &Into);

  llvm::ArrayRef<Job> Jobs;
  TidyConfig &Config;
  const PathGlobs &Excluded;
  ChangedLines *Shown = nullptr;
  std::map<const Unit *, UnitResult> Results;
  Statistics Figures;
};

} // namespace corolint

#endif
