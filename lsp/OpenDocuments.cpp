#include "OpenDocuments.h"

using namespace llvm;

namespace corolint {

PositionUnit positionUnit(StringRef Name) {
  if (Name == "utf-8")
    return PositionUnit::Utf8;
  return Name == "utf-32" ? PositionUnit::Utf32 : PositionUnit::Utf16;
}

/// What the byte that begins a character stands for; those inside count
/// nothing.
static unsigned unitsOf(PositionUnit Unit, unsigned char Byte) {
  if (Unit == PositionUnit::Utf8)
    return 1;
  if ((Byte & 0xC0) == 0x80)
    return 0;
  return Unit == PositionUnit::Utf16 && Byte >= 0xF0 ? 2 : 1;
}

unsigned lengthIn(PositionUnit Unit, StringRef Text) {
  unsigned Length = 0;
  for (unsigned char Byte : Text)
    Length += unitsOf(Unit, Byte);
  return Length;
}

/// Where line \p Number begins; nothing if there is no such line.
static std::optional<size_t> lineStart(StringRef Text, int64_t Number) {
  size_t At = 0;
  for (; Number > 0; --Number) {
    At = Text.find('\n', At);
    if (At == StringRef::npos)
      return std::nullopt;
    ++At;
  }
  return Number < 0 ? std::nullopt : std::optional<size_t>(At);
}

static StringRef lineFrom(StringRef Text, size_t Start) {
  return Text.substr(Start).take_until([](char C) { return C == '\n'; });
}

/// A character behind the end of the line is its end.
static std::optional<size_t>
offsetOf(StringRef Text, const json::Object *Position, PositionUnit Unit) {
  if (!Position)
    return std::nullopt;
  auto Start = lineStart(Text, Position->getInteger("line").value_or(-1));
  if (!Start)
    return std::nullopt;
  int64_t Left = Position->getInteger("character").value_or(0);
  StringRef Line = lineFrom(Text, *Start);
  size_t At = 0;
  for (; At < Line.size(); ++At) {
    unsigned Units = unitsOf(Unit, Line[At]);
    if (Units && Left <= 0)
      break;
    Left -= Units;
  }
  return *Start + At;
}

bool OpenDocuments::apply(std::string &Text, const json::Object &Change) const {
  auto New = Change.getString("text");
  if (!New)
    return false;
  const json::Object *Range = Change.getObject("range");
  if (!Range) {
    Text = New->str();
    return true;
  }
  auto From = offsetOf(Text, Range->getObject("start"), Unit);
  auto To = offsetOf(Text, Range->getObject("end"), Unit);
  if (!From || !To || *From > *To)
    return false;
  Text.replace(*From, *To - *From, New->str());
  return true;
}

void OpenDocuments::see(StringRef Method, const json::Object &Params) {
  const json::Object *Document = Params.getObject("textDocument");
  auto Uri = Document ? Document->getString("uri") : std::nullopt;
  if (!Uri)
    return;
  if (Method == "textDocument/didOpen")
    Texts[*Uri] = Document->getString("text").value_or("").str();
  else if (Method == "textDocument/didClose")
    Texts.erase(*Uri);
  if (Method != "textDocument/didChange")
    return;
  auto Open = Texts.find(*Uri);
  const json::Array *Changes = Params.getArray("contentChanges");
  if (Open == Texts.end() || !Changes)
    return;
  for (const json::Value &Change : *Changes)
    if (!Change.getAsObject() || !apply(Open->second, *Change.getAsObject())) {
      Texts.erase(Open);
      return;
    }
}

std::optional<StringRef> OpenDocuments::line(StringRef Uri,
                                             int64_t Number) const {
  auto Open = Texts.find(Uri);
  if (Open == Texts.end())
    return std::nullopt;
  auto Start = lineStart(Open->second, Number);
  if (!Start)
    return std::nullopt;
  return lineFrom(Open->second, *Start).rtrim('\r');
}

} // namespace corolint
