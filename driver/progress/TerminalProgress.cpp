// [12/340] src/a.cpp  3.1 files/s, about 1 min 40 s left

#include "Pace.h"
#include "ProgressDisplay.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace corolint {

namespace {

/// Ten times a second is enough for the eye and cheap for slow terminals.
constexpr std::chrono::milliseconds BetweenDraws(100);
/// Less of a name says nothing.
constexpr size_t ShortestName = 16;

/// \p Text is printable.
size_t columnsOf(StringRef Text) {
  return std::max(0, sys::unicode::columnWidthUTF8(Text));
}

bool isInsideOfCharacter(char Byte) { return (Byte & 0xC0) == 0x80; }

/// The end of \p Text, as far as \p Columns reach, whole characters of it.
StringRef lastColumns(StringRef Text, size_t Columns) {
  while (columnsOf(Text) > Columns)
    do
      Text = Text.drop_front();
    while (!Text.empty() && isInsideOfCharacter(Text.front()));
  return Text;
}

class TerminalProgress : public ProgressDisplay {
public:
  TerminalProgress(raw_ostream &Out, std::function<size_t()> Columns)
      : Out(Out), Columns(std::move(Columns)) {}

  void runStarted(size_t Units, Time) override { All = Units; }

  void unitStarted(const std::string &File, Time Now) override {
    Speed.started(Now);
    Name = printableName(File);
    draw(Now);
  }

  void unitFinished(const FinishedUnit &Unit, Time Now) override {
    ++Done;
    if (Unit.IsFromCache || Unit.IsDropped)
      Name = printableName(Unit.File);
    else
      Speed.finished(Now);
    draw(Now);
  }

  void waiting(Time Now) override { draw(Now); }
  void runFinished(bool, Time) override { makeRoom(); }

  void makeRoom() override {
    if (IsDrawn)
      Out << "\r\x1b[K";
    IsDrawn = false;
    Out.flush();
  }

private:
  void draw(Time Now) {
    if (LastDraw && Now - *LastDraw < BetweenDraws)
      return;
    LastDraw = Now;
    IsDrawn = true;
    // In one write: standard error has no buffer, and in pieces it flickers.
    Out << "\r" + line(Now) + "\x1b[K";
    Out.flush();
  }

  std::string line(Time Now) const {
    // A character in the last column makes some terminals go on to the next
    // line.
    size_t Width = std::max<size_t>(Columns(), 2) - 1;
    std::string Head =
        "[" + std::to_string(Done) + "/" + std::to_string(All) + "] ";
    std::string Tail = forecast(Now);
    if (Head.size() + std::min(columnsOf(Name), ShortestName) + Tail.size() >
        Width)
      Tail.clear();
    if (Head.size() + Tail.size() >= Width)
      return Head.substr(0, Width);
    return Head + nameIn(Width - Head.size() - Tail.size()) + Tail;
  }

  /// Of a long one the end says more.
  std::string nameIn(size_t Width) const {
    if (columnsOf(Name) <= Width)
      return Name;
    std::string Dots(std::min<size_t>(Width, 3), '.');
    return Dots + lastColumns(Name, Width - Dots.size()).str();
  }

  std::string forecast(Time Now) const {
    std::optional<double> Rate = Speed.rate(Now);
    if (!Rate)
      return "";
    std::string Text;
    raw_string_ostream Stream(Text);
    Stream << "  " << format("%.1f", *Rate) << " files/s";
    if (auto Left = Speed.secondsFor(All - Done, Now); Left && Done < All)
      Stream << ", about " << roughly(*Left) << " left";
    return Stream.str();
  }

  raw_ostream &Out;
  std::function<size_t()> Columns;
  size_t All = 0, Done = 0;
  std::string Name; ///< of the file that was last heard of
  Pace Speed;
  std::optional<Time> LastDraw;
  bool IsDrawn = false;
};

} // namespace

std::string printableName(StringRef Name) {
  std::string Shown;
  while (!Name.empty()) {
    size_t Size = 1;
    while (Size < Name.size() && isInsideOfCharacter(Name[Size]))
      ++Size;
    StringRef Character = Name.take_front(Size);
    bool IsShown = sys::unicode::columnWidthUTF8(Character) >= 0;
    Shown += IsShown ? Character : StringRef("?");
    Name = Name.drop_front(Size);
  }
  return Shown;
}

std::unique_ptr<ProgressDisplay>
progressOnTerminal(raw_ostream &Out, std::function<size_t()> Columns) {
  return std::make_unique<TerminalProgress>(Out, std::move(Columns));
}

} // namespace corolint
