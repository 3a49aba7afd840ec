#include "Conclusion.h"
#include "Complain.h"
#include "Fixing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

namespace {

void summarise(const output::Report &R) {
  size_t Findings = R.Results.size(), Analysed = R.Analysed.size(),
         Failed = R.Failures.size(),
         Old = count_if(R.Suppressed, [](const output::Result &Each) {
           return any_of(Each.Suppressions, [](const output::Suppression &S) {
             return S.By == output::Suppression::Source::Baseline;
           });
         });
  outs().flush();
  errs() << "corolint: ";
  if (Analysed || Findings)
    errs() << counted(Findings, "finding") << " in "
           << counted(Analysed, "file");
  if (Old)
    errs() << ", and " << Old << " in the baseline";
  if (Failed && (Analysed || Findings))
    errs() << "; ";
  if (Failed)
    errs() << counted(Failed, "file") << " could not be analysed";
  errs() << '\n';
}

bool fails(const output::Result &R, FailOn Threshold) {
  return Threshold == FailOn::Warning ||
         (Threshold == FailOn::Error && R.IsError);
}

/// Makes the fixes of \p R and takes what they mend out of its results. False
/// after a complaint.
bool fix(output::Report &R, output::Fixing &Fixes, bool IsQuiet) {
  size_t Findings = R.Results.size();
  for (const output::Result &Each : R.Results)
    Fixes.add(Each);
  bool Good = Fixes.write();
  if (Findings && !IsQuiet) {
    size_t Fixed = Fixes.fixedFindings();
    errs() << "corolint: fixed " << (Fixed ? Twine(Fixed) : Twine("none"))
           << " of " << counted(Findings, "finding");
    if (Fixed)
      errs() << " in " << counted(Fixes.writtenFiles(), "file");
    errs() << '\n';
  }
  std::vector<output::Result> Left;
  for (output::Result &Each : R.Results)
    if (!Fixes.isFixed(Each))
      Left.push_back(std::move(Each));
  R.Results = std::move(Left);
  return Good;
}

} // namespace

ExitCode conclude(const Options &Asked, ArrayRef<output::ReportRequest> Reports,
                  const BaselineOfRun &Baseline, Course &Run,
                  sys::TimePoint<> Start) {
  output::Report Result = Run.report(Asked.UnusedSuppressions);
  if (Baseline.isToBeWritten()) {
    if (!Baseline.write(Result, Run.coverage(), Run.texts(), Asked.Quiet))
      return Misused;
    return Result.Failures.empty() ? Clean : Incomplete;
  }
  bool IsStale = Baseline.holdAgainst(Result, Run.coverage());
  bool AllWritten = output::fulfil(Reports, Result);
  if (!Asked.Quiet)
    summarise(Result);
  if (Asked.Stats)
    Run.statistics().print(errs());
  if (Asked.Fix && AllWritten) {
    output::Fixing Fixes(Run.texts(), Start);
    AllWritten = fix(Result, Fixes, Asked.Quiet);
  }
  if (!AllWritten)
    return Misused;
  if (!Result.Failures.empty())
    return Incomplete;
  auto Fails = [&](const output::Result &R) {
    return fails(R, Asked.Threshold.value_or(FailOn::Warning));
  };
  return IsStale || any_of(Result.Results, Fails) ? HasFindings : Clean;
}

} // namespace corolint
