#include "Complain.h"
#include "Paths.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint {

static thread_local Complaints *Listener = nullptr;

Complaints::Complaints() : Outer(Listener) { Listener = this; }

Complaints::~Complaints() { Listener = Outer; }

void Complaints::hear(StringRef Line) {
  if (!Text.empty())
    Text += '\n';
  Text += Line;
}

static void tellListener(StringRef Line) {
  if (Listener)
    Listener->hear(Line);
}

void complain(const Twine &What) {
  tellListener(What.str());
  outs().flush();
  errs() << "corolint: error: " << What << '\n';
}

void complainAt(StringRef Line) {
  tellListener(Line);
  outs().flush();
  errs() << Line << '\n';
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
