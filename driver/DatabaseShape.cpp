#include "DatabaseShape.h"
#include "Complain.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace corolint {

static bool isText(const json::Value *Value) {
  auto Text = Value ? Value->getAsString() : std::nullopt;
  return Text && !Text->empty();
}

static bool isListOfText(const json::Value *Value) {
  const json::Array *List = Value ? Value->getAsArray() : nullptr;
  return List && !List->empty() && all_of(*List, [](const json::Value &Each) {
           return Each.kind() == json::Value::String;
         });
}

static std::string entryMistake(const json::Value &Entry) {
  const json::Object *Fields = Entry.getAsObject();
  if (!Fields)
    return "is no object";
  for (StringRef Key : {"directory", "file"})
    if (!isText(Fields->get(Key)))
      return ("has no string '" + Key + "'").str();
  const json::Value *Arguments = Fields->get("arguments");
  if (Arguments && !isListOfText(Arguments))
    return "has 'arguments' that are no list of strings";
  if (!Arguments && !isText(Fields->get("command")))
    return "has neither a string 'command' nor a list 'arguments'";
  return "";
}

/// Where the entry of that index begins in a valid JSON array; the parser
/// does not remember.
static size_t offsetOfEntry(StringRef Json, size_t Index) {
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
static std::string syntaxMistake(MemoryBufferRef Text, Error Wrong) {
  std::string Message = toString(std::move(Wrong));
  auto [Where, What] = StringRef(Message).split("]: ");
  size_t Offset = 0;
  if (Where.split("byte=").second.getAsInteger(10, Offset))
    return errorAt(Text, 0, "not JSON: " + Message);
  return errorAt(Text, Offset, "not JSON: " + What);
}

std::string databaseMistake(MemoryBufferRef Text) {
  Expected<json::Value> Parsed = json::parse(Text.getBuffer());
  if (!Parsed)
    return syntaxMistake(Text, Parsed.takeError());
  const json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return errorAt(Text, 0, "a compile database is an array of entries");
  for (size_t I = 0; I < Entries->size(); ++I) {
    std::string Mistake = entryMistake((*Entries)[I]);
    if (!Mistake.empty())
      return errorAt(Text, offsetOfEntry(Text.getBuffer(), I),
                     "entry " + Twine(I + 1) + " " + Mistake);
  }
  return "";
}

} // namespace corolint
