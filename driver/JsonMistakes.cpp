#include "JsonMistakes.h"
#include "Complain.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace corolint {

size_t offsetOfElement(StringRef Json, size_t Index) {
  int Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Json.size(); ++I) {
    char C = Json[I];
    if (InString) {
      if (C == '\\')
        ++I;
      InString = C != '"';
      continue;
    }
    bool StartsValue = Depth == 1 && !isSpace(C) && C != ',' && C != ']';
    if (StartsValue && Index == 0)
      return I;
    InString = C == '"';
    if (C == '[' || C == '{')
      ++Depth;
    if (C == ']' || C == '}')
      --Depth;
    if (Depth == 1 && C == ',')
      --Index;
  }
  return 0;
}

/// LLVM's parser says "[line:col, byte=offset]: what".
std::string jsonSyntaxMistake(MemoryBufferRef Text, Error Wrong) {
  std::string Message = toString(std::move(Wrong));
  auto [Where, What] = StringRef(Message).split("]: ");
  size_t Offset = 0;
  if (Where.split("byte=").second.getAsInteger(10, Offset))
    return errorAt(Text, 0, "not JSON: " + Message);
  return errorAt(Text, Offset, "not JSON: " + What);
}

} // namespace corolint
