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

/// Far more than any text that we read needs.
static constexpr int MostNested = 1000;

/// Where \p Json is nested deeper, or the length of it.
static size_t tooDeepAt(StringRef Json) {
  int Depth = 0;
  bool InString = false;
  for (size_t I = 0; I < Json.size(); ++I) {
    char C = Json[I];
    if (C == '"')
      InString = !InString;
    else if (InString && C == '\\')
      ++I;
    else if (!InString && (C == '[' || C == '{') && ++Depth > MostNested)
      return I;
    else if (!InString && (C == ']' || C == '}'))
      --Depth;
  }
  return Json.size();
}

Expected<json::Value> parseJson(StringRef Json) {
  size_t TooDeep = tooDeepAt(Json);
  if (TooDeep == Json.size())
    return json::parse(Json);
  return createStringError(inconvertibleErrorCode(),
                           "[byte=" + Twine(TooDeep) +
                               "]: nested deeper than " + Twine(MostNested));
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
