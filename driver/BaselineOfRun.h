// The baseline of a run: what a check holds its findings against, and what
// "corolint baseline" writes.

#ifndef COROLINT_DRIVER_BASELINEOFRUN_H
#define COROLINT_DRIVER_BASELINEOFRUN_H

#include "BaselineFile.h"
#include "Coverage.h"
#include "Options.h"
#include "Report.h"
#include "SourceTexts.h"

namespace corolint {

class BaselineOfRun {
public:
  /// Reads what \p Asked wants, before the analysis. Nothing after a complaint.
  static std::optional<BaselineOfRun> prepare(const Options &Asked);

  /// Whether writing it is what the run is for.
  bool isToBeWritten() const {
    return Do == Command::BaselineCreate || Do == Command::BaselineUpdate ||
           Do == Command::BaselinePrune;
  }

  /// Marks what is new; what is not, is suppressed. Says which findings are
  /// gone if that is an error, and returns whether it is.
  bool holdAgainst(output::Report &R, Coverage &Covered) const;

  /// Does what the command says with the findings of \p R. False after a
  /// complaint; the file is then as it was.
  bool write(const output::Report &R, Coverage &Covered,
             output::SourceTexts &Texts, bool IsQuiet) const;

private:
  bool read();
  bool isWritable() const;
  std::vector<const BaselineEntry *> gone(const output::Report &R,
                                          Coverage &Covered) const;
  void complainOf(llvm::ArrayRef<const BaselineEntry *> Gone) const;

  std::string Name;
  Command Do = Command::Check;
  bool IsStrict = false;
  std::optional<BaselineFile> Before; ///< what the file has in it
};

} // namespace corolint

#endif
