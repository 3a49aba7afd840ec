#include "Findings.h"
#include "Paths.h"

using namespace llvm;

namespace corolint {

const std::string &Findings::shownName(StringRef Name) {
  auto [Real, IsNew] = Known.try_emplace(Name);
  if (IsNew)
    Real->second = realPath(Name);
  std::string &Shown = NameOf[Real->second];
  if (Shown.empty())
    Shown = shownPath(Name);
  return Shown;
}

void Findings::unifyNames(JudgedFinding &Judged) {
  RawFinding &Found = Judged.Raw;
  auto Unify = [&](RawSpot &Spot) {
    if (!Spot.File.empty())
      Spot.File = shownName(Spot.File);
  };
  Unify(Found.Where.At);
  for (RawNote &Note : Found.Notes)
    Unify(Note.Where.At);
  for (RawEdit &Edit : Found.Fix)
    Unify(Edit.At);
  if (Judged.SuppressedBy)
    Unify(Judged.SuppressedBy->At);
}

void Findings::add(JudgedFinding New) {
  unifyNames(New);
  const RawSpot &At = New.Raw.Where.At;
  Place Where(At.File, At.Offset, New.Raw.Check, New.Raw.Message);
  All.emplace(std::move(Where), std::move(New));
}

std::vector<JudgedFinding> Findings::ordered() const {
  std::vector<JudgedFinding> Ordered;
  for (const auto &[Where, Each] : All)
    Ordered.push_back(Each);
  return Ordered;
}

} // namespace corolint
