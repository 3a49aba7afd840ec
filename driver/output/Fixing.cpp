#include "Fixing.h"
#include "Complain.h"
#include "Paths.h"
#include "WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace corolint::output {

Fixing::Fixing(SourceTexts &Texts, sys::TimePoint<> Start)
    : Texts(Texts), Start(Start), Here(realPath(".")) {
  if (!StringRef(Here).ends_with("/"))
    Here += '/';
}

std::string Fixing::refusal(StringRef Name, StringRef Real) {
  if (!Real.starts_with(Here))
    return "it is not below the current folder";
  sys::fs::file_status Status;
  auto Now = MemoryBuffer::getFile(Real);
  if (!Now || sys::fs::status(Real, Status))
    return "it cannot be read";
  if (Status.getLastModificationTime() >= Start ||
      (*Now)->getBuffer() != Texts.text(Name))
    return "it was changed after the analysis began";
  if (sys::fs::access(Real, sys::fs::AccessMode::Write))
    return "it is read-only";
  return "";
}

Fixing::PlannedFile &Fixing::file(StringRef Name) {
  std::string Real = realPath(Name);
  auto [Slot, IsNew] = Files.try_emplace(Real);
  if (IsNew) {
    Slot->second.Name = Name.str();
    Slot->second.Refusal = refusal(Name, Real);
  }
  return Slot->second;
}

/// False after a warning, one for each file.
bool Fixing::plan(const Result &R, Planned &Into) {
  for (const Edit &Each : R.Fix) {
    PlannedFile &In = file(Each.Where.File);
    auto From = Texts.offset(Each.Where.File, Each.Where.Start);
    auto To = Texts.offset(Each.Where.File, Each.Where.End);
    // A place without lines is behind the end of the file.
    if (In.Refusal.empty() && (!From || !To))
      In.Refusal = "it was changed after the analysis began";
    if (!In.Refusal.empty()) {
      if (!In.IsTold)
        warn("'" + In.Name + "' is not fixed; " + In.Refusal);
      In.IsTold = true;
      return false;
    }
    Into.push_back({&In, {*From, *To - *From, Each.Text, &R}});
  }
  return true;
}

/// False after a warning.
bool Fixing::fits(const Planned &New) {
  for (const auto &[In, Edit] : New)
    for (const PlannedEdit &Old : In->Edits) {
      bool IsSame = Old.Offset == Edit.Offset && Old.Length == Edit.Length &&
                    Old.Text == Edit.Text;
      const PlannedEdit &First = Old.Offset < Edit.Offset ? Old : Edit;
      const PlannedEdit &Second = Old.Offset < Edit.Offset ? Edit : Old;
      if (IsSame || (First.Offset < Second.Offset &&
                     First.Offset + First.Length <= Second.Offset))
        continue;
      warn(asText(Edit.Owner->Where) + ": this fix overlaps that of " +
           asText(Old.Owner->Where) + " and is not made; run --fix again");
      return false;
    }
  return true;
}

void Fixing::add(const Result &R) {
  Planned New;
  if (R.Fix.empty() || !plan(R, New) || !fits(New))
    return;
  for (auto &[In, Edit] : New) {
    auto IsSame = [&, &Edit = Edit](const PlannedEdit &Old) {
      return Old.Owner != &R && Old.Offset == Edit.Offset &&
             Old.Length == Edit.Length;
    };
    if (none_of(In->Edits, IsSame))
      In->Edits.push_back(Edit);
    if (!is_contained(In->Findings, &R))
      In->Findings.push_back(&R);
  }
  Fixed.insert(&R);
}

std::string Fixing::edited(PlannedFile &In) {
  stable_sort(In.Edits, [](const PlannedEdit &Left, const PlannedEdit &Right) {
    return std::tie(Left.Offset, Left.Length) <
           std::tie(Right.Offset, Right.Length);
  });
  StringRef Old = Texts.text(In.Name);
  std::string New;
  size_t At = 0;
  for (const PlannedEdit &Each : In.Edits) {
    New += Old.slice(At, Each.Offset);
    New += Each.Text;
    At = Each.Offset + Each.Length;
  }
  return New + Old.substr(At).str();
}

bool Fixing::write() {
  bool Good = true;
  for (auto &[Real, In] : Files) {
    if (In.Edits.empty())
      continue;
    std::string New = edited(In);
    std::string Why = writeWhole(Real, [&](raw_ostream &Out) { Out << New; });
    if (Why.empty()) {
      ++Written;
      continue;
    }
    complain("cannot write '" + In.Name + "': " + Why);
    for (const Result *Each : In.Findings)
      Fixed.erase(Each);
    Good = false;
  }
  return Good;
}

} // namespace corolint::output
