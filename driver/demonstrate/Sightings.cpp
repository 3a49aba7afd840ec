#include "Sightings.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

static SightedText textOf(const json::Object &From) {
  SightedText Read;
  Read.Text = From.getString("message").value_or("").str();
  if (const json::Object *Where = From.getObject("location")) {
    Read.File =
        sys::path::filename(Where->getString("file").value_or("")).str();
    Read.Line = Where->getInteger("line").value_or(0);
  }
  return Read;
}

std::optional<std::vector<Sighting>> sightingsOf(StringRef Json) {
  Expected<json::Value> Document = json::parse(Json);
  if (!Document) {
    consumeError(Document.takeError());
    return std::nullopt;
  }
  const json::Object *Top = Document->getAsObject();
  const json::Array *Findings = Top ? Top->getArray("findings") : nullptr;
  if (!Findings)
    return std::nullopt;
  std::vector<Sighting> Read;
  for (const json::Value &Each : *Findings) {
    const json::Object *Finding = Each.getAsObject();
    if (!Finding)
      return std::nullopt;
    Sighting &New = Read.emplace_back();
    New.Check = Finding->getString("check").value_or("").str();
    New.What = textOf(*Finding);
    if (const json::Array *Notes = Finding->getArray("notes"))
      for (const json::Value &Note : *Notes)
        if (const json::Object *Said = Note.getAsObject())
          New.Notes.push_back(textOf(*Said));
  }
  return Read;
}

} // namespace corolint
