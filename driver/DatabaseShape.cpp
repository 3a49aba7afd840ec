#include "DatabaseShape.h"
#include "Complain.h"
#include "JsonMistakes.h"
#include "llvm/ADT/STLExtras.h"
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

std::string databaseMistake(MemoryBufferRef Text) {
  if (Text.getBuffer().trim().empty())
    return errorAt(Text, 0,
                   "this file is empty; a compile database is an array of "
                   "entries");
  Expected<json::Value> Parsed = parseJson(Text.getBuffer());
  if (!Parsed)
    return jsonSyntaxMistake(Text, Parsed.takeError());
  const json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return errorAt(Text, 0, "a compile database is an array of entries");
  for (size_t I = 0; I < Entries->size(); ++I) {
    std::string Mistake = entryMistake((*Entries)[I]);
    if (!Mistake.empty())
      return errorAt(Text, offsetOfElement(Text.getBuffer(), I),
                     "entry " + Twine(I + 1) + " " + Mistake);
  }
  return "";
}

} // namespace corolint
