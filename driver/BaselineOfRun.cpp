#include "BaselineOfRun.h"
#include "Complain.h"
#include "Json.h"
#include "LineKey.h"
#include "OrdinaryFiles.h"
#include "WholeFile.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace llvm;

namespace corolint {

static constexpr char DefaultName[] = ".corolint-baseline.json";

bool BaselineOfRun::read() {
  auto Text = MemoryBuffer::getFile(Name);
  if (!Text) {
    complain("cannot read the baseline '" + Name +
             "': " + Text.getError().message());
    return false;
  }
  std::string Mistake;
  Before = BaselineFile::parse(**Text, Mistake);
  if (!Before)
    complainAt(Mistake);
  return Before.has_value();
}

/// What can be said before the work.
bool BaselineOfRun::isWritable() const {
  StringRef Folder = sys::path::parent_path(Name);
  if (Folder.empty() || sys::fs::is_directory(Folder))
    return true;
  complain("cannot write '" + Name + "': there is no folder '" + Folder + "'");
  return false;
}

std::optional<BaselineOfRun> BaselineOfRun::prepare(const Options &Asked) {
  BaselineOfRun New;
  New.Name = Asked.Baseline.value_or(DefaultName);
  New.Do = Asked.Do;
  New.IsStrict = Asked.BaselineStrict;
  bool Exists =
      sys::fs::exists(New.Name) && (Asked.Baseline || !mayNeverEnd(New.Name));
  if (Asked.Do == Command::BaselineCreate) {
    if (Exists)
      complain("there is a baseline '" + New.Name +
               "' already; corolint baseline update brings it up to date");
    return Exists || !New.isWritable() ? std::nullopt : std::optional(New);
  }
  bool IsNeeded = New.isToBeWritten() || Asked.Baseline || Asked.BaselineStrict;
  if (!Exists && IsNeeded) {
    complain("there is no baseline '" + New.Name +
             "'; corolint baseline create makes it");
    return std::nullopt;
  }
  if (Exists && !New.read())
    return std::nullopt;
  return New;
}

/// Those of before of which nothing is left, as far as \p R can tell.
std::vector<const BaselineEntry *>
BaselineOfRun::gone(const output::Report &R, Coverage &Covered) const {
  StringSet<> Found;
  for (const output::Result &Each : R.Results)
    Found.insert(Each.Fingerprint);
  std::vector<const BaselineEntry *> Gone;
  for (const BaselineEntry &Each : Before->entries())
    if (!Found.contains(Each.Fingerprint) &&
        Covered.covers(Each.File, Each.Check))
      Gone.push_back(&Each);
  return Gone;
}

void BaselineOfRun::complainOf(ArrayRef<const BaselineEntry *> Gone) const {
  auto Text = MemoryBuffer::getFile(Name);
  for (const BaselineEntry *Each : Gone) {
    std::string What = "the finding of " + Each->Check + " in '" + Each->File +
                       "' is gone: " + Each->Line +
                       "; corolint baseline prune takes it out";
    StringRef Json = Text ? (*Text)->getBuffer() : "";
    size_t At = Json.find(Each->Fingerprint);
    if (At == StringRef::npos)
      complain(What);
    else
      complainAt(errorAt(**Text, At, What));
  }
}

bool BaselineOfRun::holdAgainst(output::Report &R, Coverage &Covered) const {
  if (!Before)
    return false;
  std::vector<const BaselineEntry *> Gone;
  if (IsStrict)
    Gone = gone(R, Covered);
  complainOf(Gone);

  auto Mark = [&](output::Result &Each) {
    Each.Since = Before->contains(Each.Fingerprint)
                     ? output::Baseline::Unchanged
                     : output::Baseline::New;
  };
  for_each(R.Suppressed, Mark);
  std::vector<output::Result> New;
  for (output::Result &Each : R.Results) {
    Mark(Each);
    bool IsNew = Each.Since == output::Baseline::New;
    if (!IsNew)
      Each.Suppressions.push_back(
          {output::Suppression::Source::Baseline, {Name, {}, {}}, ""});
    (IsNew ? New : R.Suppressed).push_back(std::move(Each));
  }
  R.Results = std::move(New);
  auto Order = [](const output::Result &Each) {
    return std::tie(Each.Where.File, Each.Where.Start.Line,
                    Each.Where.Start.Byte, Each.Check, Each.Message);
  };
  stable_sort(R.Suppressed, [&](const auto &Left, const auto &Right) {
    return Order(Left) < Order(Right);
  });
  return !Gone.empty();
}

static BaselineEntry entryOf(const output::Result &Found,
                             output::SourceTexts &Texts) {
  StringRef Line =
      Texts.numbered(Found.Where.File, Found.Where.Start.Line).value_or("");
  return {output::utf8(Found.Where.File), Found.Check,
          output::utf8(output::lineAsKey(Line)), Found.Fingerprint};
}

bool BaselineOfRun::write(const output::Report &R, Coverage &Covered,
                          output::SourceTexts &Texts, bool IsQuiet) const {
  std::vector<BaselineEntry> Entries;
  size_t Kept = 0, Gone = 0;
  if (Before) {
    std::vector<const BaselineEntry *> List = gone(R, Covered);
    DenseSet<const BaselineEntry *> Absent(List.begin(), List.end());
    Gone = Absent.size();
    for (const BaselineEntry &Each : Before->entries())
      if (!Absent.contains(&Each))
        Entries.push_back(Each);
    Kept = Entries.size();
  }
  if (Do != Command::BaselinePrune)
    for (const output::Result &Each : R.Results)
      if (!Before || !Before->contains(Each.Fingerprint))
        Entries.push_back(entryOf(Each, Texts));
  BaselineFile After(std::move(Entries));
  std::string Why =
      output::writeWhole(Name, [&](raw_ostream &Out) { After.print(Out); });
  if (!Why.empty()) {
    complain("cannot write '" + Name + "': " + Why);
    return false;
  }
  if (!IsQuiet)
    errs() << "corolint: " << counted(After.entries().size(), "finding")
           << " in '" << Name << "': " << Kept << " kept, "
           << After.entries().size() - Kept << " added, " << Gone
           << " removed\n";
  return true;
}

} // namespace corolint
