#include "PortableNames.h"
#include "Paths.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace corolint {

/// Before each mark, and before itself where a text has one of its own.
static constexpr char Escape = 1;
static constexpr char Marks[] = {'R', 'r'}; // as written, real

static bool separates(char C) { return StringRef(" '\"(=,:;<").contains(C); }

/// Whether a path may begin behind \p Before: "-I/root", but not "/a/root".
static bool mayBegin(StringRef Before) {
  size_t Size = 0;
  while (Size < Before.size() && !separates(Before[Before.size() - Size - 1]))
    ++Size;
  StringRef Word = Before.take_back(Size);
  return Word.empty() || (Word.starts_with("-") && !Word.contains('/'));
}

/// Whether the name of a folder may end before \p Rest.
static bool mayEnd(StringRef Rest) {
  return Rest.empty() ||
         !(isAlnum(Rest[0]) || StringRef("._-+~").contains(Rest[0]) ||
           Rest[0] & 0x80);
}

PortableNames::PortableNames(StringRef Root) {
  ByMark[0] = Root.rtrim('/').str();
  ByMark[1] = realPath(Root);
}

std::string PortableNames::encode(StringRef Text) const {
  std::string Made;
  size_t At = 0;
  auto TakesMark = [&](unsigned Which) {
    StringRef Root = ByMark[Which];
    return Root.size() > 1 && Text.substr(At).starts_with(Root) &&
           mayEnd(Text.substr(At + Root.size())) &&
           mayBegin(Text.take_front(At));
  };
  while (At < Text.size()) {
    size_t Next = Text.find_first_of(StringRef("/\1", 2), At);
    Made += Text.slice(At, Next);
    if (Next == StringRef::npos)
      break;
    At = Next;
    unsigned Which = TakesMark(0) ? 0 : TakesMark(1) ? 1 : 2;
    if (Which < 2) {
      Made += {Escape, Marks[Which]};
      At += ByMark[Which].size();
      continue;
    }
    if (Text[At] == Escape)
      Made += Escape;
    Made += Text[At++];
  }
  return Made;
}

std::optional<std::string> PortableNames::decode(StringRef Text) const {
  std::string Made;
  for (;;) {
    auto [Plain, Rest] = Text.split(Escape);
    Made += Plain;
    if (Plain.size() == Text.size())
      return Made;
    if (Rest.empty())
      return std::nullopt;
    if (Rest[0] == Escape)
      Made += Escape;
    else if (Rest[0] == Marks[0])
      Made += ByMark[0];
    else if (Rest[0] == Marks[1])
      Made += ByMark[1];
    else
      return std::nullopt;
    Text = Rest.drop_front();
  }
}

} // namespace corolint
