// Makes the fixes of findings in the files themselves.

#ifndef COROLINT_DRIVER_OUTPUT_FIXING_H
#define COROLINT_DRIVER_OUTPUT_FIXING_H

#include "Report.h"
#include "SourceTexts.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/Chrono.h"
#include <map>

namespace corolint::output {

/// All edits of a finding are made, or none of them. Equal edits of several
/// findings are one; of two that overlap the first that was added is made.
class Fixing {
public:
  /// What was changed after \p Start, when the analysis began, is not touched:
  /// it may not be what was analysed. \p Texts are the files since then.
  Fixing(SourceTexts &Texts, llvm::sys::TimePoint<> Start);

  /// \p R must live as long as this. Warns if its fix cannot be made.
  void add(const Result &R);

  /// Writes each file once, at once. False after a complaint; the other files
  /// are then written all the same.
  bool write();

  bool isFixed(const Result &R) const { return Fixed.contains(&R); }
  size_t fixedFindings() const { return Fixed.size(); }
  size_t writtenFiles() const { return Written; }

private:
  struct PlannedEdit {
    size_t Offset, Length;
    llvm::StringRef Text;
    const Result *Owner;
  };
  struct PlannedFile {
    std::string Name;    ///< as it is shown
    std::string Refusal; ///< why nothing may be changed in it, or nothing
    bool IsTold = false;
    std::vector<PlannedEdit> Edits;
    llvm::SmallVector<const Result *, 4> Findings;
  };
  using Planned = std::vector<std::pair<PlannedFile *, PlannedEdit>>;

  PlannedFile &file(llvm::StringRef Name);
  std::string refusal(llvm::StringRef Name, llvm::StringRef Real);
  bool plan(const Result &R, Planned &Into);
  bool fits(const Planned &New);
  std::string edited(PlannedFile &In);

  SourceTexts &Texts;
  llvm::sys::TimePoint<> Start;
  std::string Here; ///< the current folder, with a '/' behind it
  std::map<std::string, PlannedFile> Files; ///< by the file itself
  llvm::DenseSet<const Result *> Fixed;
  size_t Written = 0;
};

} // namespace corolint::output

#endif
