#include "SideBySide.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace corolint {

namespace {

/// How the lines begin that stand under one of the source.
constexpr char Margin[] = "     | ";

class ExamplePage {
public:
  ExamplePage(const ExampleTrial &Tried, raw_ostream &Out)
      : Tried(Tried), Out(Out) {}

  void show() {
    StringRef Rest = Tried.Of.Code;
    while (!Rest.empty()) {
      StringRef Line;
      std::tie(Line, Rest) = Rest.split('\n');
      Out << format("%4u |", ++Lines) << (Line.empty() ? "" : " ") << Line
          << '\n';
      showAt(Lines);
    }
    showRest();
  }

private:
  bool isHere(const SightedText &What, unsigned Line) const {
    return What.File == Tried.File && What.Line == Line;
  }

  void showAt(unsigned Line) {
    for (const Sighting &Each : Tried.ByCheck)
      if (isHere(Each.What, Line))
        show("check", Each);
    for (const Sighting &Each : Tried.ByRun)
      if (isHere(Each.What, Line))
        show("run", Each);
  }

  /// What stands under no line: that of other places, and that there is
  /// nothing.
  void showRest() {
    showRest("check", Tried.ByCheck);
    showRest("run", Tried.ByRun);
  }

  void showRest(StringRef Side, ArrayRef<Sighting> All) {
    if (All.empty())
      Out << Margin << side(Side) << "nothing\n";
    for (const Sighting &Each : All)
      if (Each.What.File != Tried.File || !Each.What.Line ||
          Each.What.Line > Lines)
        show(Side, Each);
  }

  void show(StringRef Side, const Sighting &Each) {
    Out << Margin << side(Side) << elsewhere(Each.What) << Each.What.Text
        << " [" << Each.Check << "]\n";
    for (const SightedText &Note : Each.Notes)
      Out << Margin << "          " << place(Note) << Note.Text << '\n';
  }

  static std::string side(StringRef Name) {
    return (Twine(Name) + ":" + std::string(7 - Name.size(), ' ')).str();
  }

  std::string elsewhere(const SightedText &What) const {
    const bool IsAbove = What.File == Tried.File && What.Line <= Lines;
    return IsAbove ? "" : place(What);
  }

  std::string place(const SightedText &What) const {
    if (!What.Line)
      return "";
    if (What.File == Tried.File)
      return "line " + std::to_string(What.Line) + ": ";
    return What.File + ":" + std::to_string(What.Line) + ": ";
  }

  const ExampleTrial &Tried;
  raw_ostream &Out;
  unsigned Lines = 0; ///< that are shown
};

} // namespace

void showSideBySide(const ExampleTrial &Tried, raw_ostream &Out) {
  ExamplePage(Tried, Out).show();
}

} // namespace corolint
