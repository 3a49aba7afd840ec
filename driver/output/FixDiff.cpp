#include "FixDiff.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <tuple>

using namespace llvm;

namespace corolint::output {

namespace {

auto order(const Edit *E) {
  return std::make_tuple(StringRef(E->Where.File), E->Where.Start.Line,
                         E->Where.Start.Byte);
}

/// The lines from \p First, each with its end.
struct Block {
  unsigned First;
  std::string Text;
  std::vector<size_t> Starts; ///< of each line in the text

  /// Where \p At is in the text; npos if the line is not that long any more.
  size_t offset(const Position &At) const {
    size_t Index = At.Line - First;
    size_t End = Index + 1 < Starts.size() ? Starts[Index + 1] : Text.size();
    size_t Offset = Starts[Index] + At.Byte - 1;
    return Offset > End ? StringRef::npos : Offset;
  }
};

Block block(StringRef File, unsigned First, unsigned Last, SourceTexts &Texts) {
  Block New{First, "", {}};
  for (unsigned Number = First; Number <= Last; ++Number) {
    New.Starts.push_back(New.Text.size());
    if (auto Line = Texts.numbered(File, Number))
      New.Text += Line->str() + '\n';
  }
  return New;
}

std::vector<std::string> lines(StringRef Text) {
  std::vector<std::string> All;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    All.push_back(Line.str());
    Text = Rest;
  }
  return All;
}

/// \p Edits are ordered. False if they do not fit the file.
bool apply(ArrayRef<const Edit *> Edits, const Block &Old, std::string &New) {
  size_t Limit = New.size();
  for (const Edit *Each : reverse(Edits)) {
    size_t From = Old.offset(Each->Where.Start);
    size_t To = Old.offset(Each->Where.End);
    if (From == StringRef::npos || To == StringRef::npos || From > To ||
        To > Limit)
      return false;
    New.replace(From, To - From, Each->Text);
    Limit = From;
  }
  return true;
}

} // namespace

std::vector<ChangedLines> fixDiff(ArrayRef<Edit> Fix, SourceTexts &Texts) {
  SmallVector<const Edit *, 4> Edits;
  for (const Edit &Each : Fix) {
    if (!Each.Where.Start.Line || Each.Where.End.Line < Each.Where.Start.Line)
      return {};
    Edits.push_back(&Each);
  }
  llvm::stable_sort(Edits, [](const Edit *Left, const Edit *Right) {
    return order(Left) < order(Right);
  });
  std::vector<ChangedLines> All;
  for (size_t From = 0, To; From < Edits.size(); From = To) {
    const Place &Where = Edits[From]->Where;
    unsigned Last = Where.End.Line;
    // Edits of one line are one change.
    for (To = From + 1;
         To < Edits.size() && Edits[To]->Where.File == Where.File &&
         Edits[To]->Where.Start.Line <= Last;
         ++To)
      Last = std::max(Last, Edits[To]->Where.End.Line);
    Block Old = block(Where.File, Where.Start.Line, Last, Texts);
    std::string New = Old.Text;
    if (!apply(ArrayRef(Edits).slice(From, To - From), Old, New))
      return {};
    All.push_back({Where.File, Where.Start.Line, lines(Old.Text), lines(New)});
  }
  return All;
}

} // namespace corolint::output
