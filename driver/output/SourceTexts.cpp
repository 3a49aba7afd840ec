#include "SourceTexts.h"
#include "Json.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include <algorithm>

using namespace llvm;

namespace corolint::output {

const SourceTexts::Source &SourceTexts::source(StringRef File) {
  auto [Slot, IsNew] = Known.try_emplace(File);
  Source &New = Slot->second;
  if (!IsNew)
    return New;
  auto Read = MemoryBuffer::getFile(File);
  New.Buffer = Read ? std::move(*Read) : MemoryBuffer::getMemBuffer("");
  StringRef Text = New.Buffer->getBuffer();
  New.LineStarts.push_back(0);
  for (size_t At = Text.find('\n'); At != StringRef::npos;
       At = Text.find('\n', At + 1))
    New.LineStarts.push_back(At + 1);
  return New;
}

static unsigned utf16Units(StringRef Bytes) {
  unsigned Units = 0;
  for (unsigned char Byte : utf8(Bytes))
    // Each character by its first byte; four bytes are a surrogate pair.
    Units += Byte >= 0xF0 ? 2 : (Byte & 0xC0) != 0x80;
  return Units;
}

Position SourceTexts::position(const Source &In, size_t Offset) {
  auto Next =
      std::upper_bound(In.LineStarts.begin(), In.LineStarts.end(), Offset);
  size_t Start = *std::prev(Next);
  StringRef Before = In.Buffer->getBuffer().slice(Start, Offset);
  Position Found;
  Found.Line = Next - In.LineStarts.begin();
  Found.Byte = Before.size() + 1;
  Found.Utf16 = utf16Units(Before) + 1;
  return Found;
}

Place SourceTexts::place(StringRef File, size_t Offset, size_t Length) {
  Place Found{File.str(), {}, {}};
  if (File.empty())
    return Found;
  const Source &In = source(File);
  if (Offset + Length > In.Buffer->getBufferSize())
    return Found;
  Found.Start = position(In, Offset);
  Found.End = position(In, Offset + Length);
  return Found;
}

std::optional<size_t> SourceTexts::offset(StringRef File, const Position &At) {
  const Source &In = source(File);
  if (!At.Line || At.Line > In.LineStarts.size())
    return std::nullopt;
  size_t Offset = In.LineStarts[At.Line - 1] + At.Byte - 1;
  if (Offset > In.Buffer->getBufferSize())
    return std::nullopt;
  return Offset;
}

size_t SourceTexts::tokenLength(StringRef File, size_t Offset) {
  StringRef Text = source(File).Buffer->getBuffer();
  if (Offset >= Text.size())
    return 0;
  clang::LangOptions Language;
  Language.CPlusPlus = Language.CPlusPlus11 = true;
  clang::Lexer Lexer(clang::SourceLocation(), Language, Text.begin(),
                     Text.begin() + Offset, Text.end());
  Lexer.SetKeepWhitespaceMode(true);
  clang::Token Token;
  Lexer.LexFromRawLexer(Token);
  return std::max(1u, Token.getLength());
}

StringRef SourceTexts::text(StringRef File) {
  return source(File).Buffer->getBuffer();
}

StringRef SourceTexts::line(StringRef File, size_t Offset) {
  const Source &In = source(File);
  StringRef Text = In.Buffer->getBuffer();
  if (File.empty() || Offset > Text.size())
    return "";
  auto Next =
      std::upper_bound(In.LineStarts.begin(), In.LineStarts.end(), Offset);
  return Text.substr(*std::prev(Next)).split('\n').first;
}

std::optional<StringRef> SourceTexts::numbered(StringRef File,
                                               unsigned Number) {
  const Source &In = source(File);
  StringRef Text = In.Buffer->getBuffer();
  if (!Number || Number > In.LineStarts.size() ||
      In.LineStarts[Number - 1] == Text.size())
    return std::nullopt;
  StringRef Line = Text.substr(In.LineStarts[Number - 1]).split('\n').first;
  Line.consume_back("\r");
  return Line;
}

} // namespace corolint::output
