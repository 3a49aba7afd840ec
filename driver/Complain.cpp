#include "Complain.h"
#include "Paths.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

static thread_local Complaints *Listener = nullptr;

Complaints::Complaints() : Outer(Listener) { Listener = this; }

Complaints::~Complaints() { Listener = Outer; }

static constexpr StringLiteral Prefix = "corolint: error: ";

static std::function<void()> &preparation() {
  static std::function<void()> Preparation;
  return Preparation;
}

void beforeEachLine(std::function<void()> Do) { preparation() = std::move(Do); }

static void prepareForLine() {
  outs().flush();
  if (preparation())
    preparation()();
}

void complain(const Twine &What) { complainAt((Prefix + What).str()); }

void warn(const Twine &What) {
  prepareForLine();
  errs() << "corolint: warning: " << What << '\n';
}

bool finishOutput() {
  outs().flush();
  std::error_code Why = outs().error();
  // Unread, an error would end the program.
  outs().clear_error();
  if (!Why || Why == std::errc::broken_pipe)
    return true;
  complain("cannot write to standard output: " + Why.message());
  return false;
}

void complainAt(StringRef Line) {
  if (Listener)
    Listener->hear(Line.str());
  else
    printComplaints(Line.str());
}

void printComplaints(ArrayRef<std::string> Lines) {
  prepareForLine();
  for (const std::string &Line : Lines)
    errs() << Line << '\n';
}

std::string asReason(ArrayRef<std::string> Lines) {
  std::string Text;
  for (StringRef Line : Lines) {
    Line.consume_front(Prefix);
    if (!Text.empty())
      Text += '\n';
    Text += Line;
  }
  return Text;
}

std::string errorAt(MemoryBufferRef Text, size_t Offset, const Twine &What) {
  StringRef Before = Text.getBuffer().take_front(Offset);
  size_t Line = Before.count('\n') + 1;
  size_t Column = Before.size() - (Before.rfind('\n') + 1) + 1;
  return (shownPath(Text.getBufferIdentifier()) + ":" + Twine(Line) + ":" +
          Twine(Column) + ": error: " + What)
      .str();
}

std::string counted(size_t Number, StringRef Noun) {
  return ((Number ? Twine(Number) : Twine("no")) + " " + Noun +
          (Number == 1 ? "" : "s"))
      .str();
}

} // namespace corolint
