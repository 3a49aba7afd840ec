#include "LineKey.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint::output {

/// Without the comment that a NOLINT of \p Line stands in.
static std::string withoutNoLint(StringRef Line) {
  size_t Word = Line.find("NOLINT");
  StringRef Before = Line.take_front(Word);
  size_t ToLineEnd = Before.rfind("//"), Block = Before.rfind("/*");
  if (Word == StringRef::npos ||
      (ToLineEnd == StringRef::npos && Block == StringRef::npos))
    return Line.str();
  if (Block == StringRef::npos ||
      (ToLineEnd != StringRef::npos && ToLineEnd > Block))
    return Before.take_front(ToLineEnd).str();
  return (Before.take_front(Block) + Line.substr(Word).split("*/").second)
      .str();
}

std::string lineAsKey(StringRef Line) {
  std::string Key;
  for (char Each : withoutNoLint(Line))
    if (!isSpace(Each))
      Key += Each;
  return Key;
}

} // namespace corolint::output
