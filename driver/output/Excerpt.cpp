#include "Excerpt.h"
#include <algorithm>

using namespace llvm;

namespace corolint::output {

/// Of lines that a generator wrote, nobody wants to see a megabyte.
static constexpr size_t LongestPart = 160;
static constexpr unsigned MostMarkedLines = 8;
static constexpr char Ellipsis[] = "\xE2\x80\xA6";

static bool isInsideCharacter(StringRef Text, size_t At) {
  return At < Text.size() &&
         (static_cast<unsigned char>(Text[At]) & 0xC0) == 0x80;
}

static std::string head(StringRef Text) {
  size_t Length = LongestPart;
  if (Text.size() <= Length)
    return Text.str();
  while (Length && isInsideCharacter(Text, Length))
    --Length;
  return Text.take_front(Length).str() + Ellipsis;
}

static std::string tail(StringRef Text) {
  if (Text.size() <= LongestPart)
    return Text.str();
  size_t From = Text.size() - LongestPart;
  while (isInsideCharacter(Text, From))
    ++From;
  return Ellipsis + Text.drop_front(From).str();
}

/// \p Number is one of the lines of \p Where.
static ExcerptLine marked(StringRef Line, unsigned Number, const Place &Where) {
  size_t From = Number == Where.Start.Line ? Where.Start.Byte - 1 : 0;
  size_t To = Number == Where.End.Line ? Where.End.Byte - 1 : Line.size();
  // The file may have changed.
  From = std::min(From, Line.size());
  To = std::min(std::max(From, To), Line.size());
  return {Number, tail(Line.take_front(From)), head(Line.slice(From, To)),
          head(Line.drop_front(To))};
}

std::vector<ExcerptLine> excerpt(const Place &Where, unsigned Context,
                                 SourceTexts &Texts) {
  std::vector<ExcerptLine> Lines;
  unsigned First = Where.Start.Line;
  if (!First || Where.File.empty() || !Texts.numbered(Where.File, First))
    return Lines;
  unsigned Last =
      std::clamp(Where.End.Line, First, First + MostMarkedLines - 1);
  unsigned Above = std::min(Context, First - 1);
  for (unsigned Number = First - Above; Number <= Last + Context; ++Number) {
    auto Line = Texts.numbered(Where.File, Number);
    if (!Line)
      break;
    if (Number < First || Number > Last)
      Lines.push_back({Number, head(*Line), "", ""});
    else
      Lines.push_back(marked(*Line, Number, Where));
  }
  return Lines;
}

} // namespace corolint::output
