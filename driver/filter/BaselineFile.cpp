#include "BaselineFile.h"
#include "Complain.h"
#include "JsonMistakes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"
#include <tuple>

using namespace llvm;

namespace corolint {

static constexpr int64_t FormatVersion = 1;

BaselineFile::BaselineFile(std::vector<BaselineEntry> Given) {
  auto Order = [](const BaselineEntry &E) {
    return std::tie(E.File, E.Check, E.Line, E.Fingerprint);
  };
  sort(Given, [&](const BaselineEntry &Left, const BaselineEntry &Right) {
    return Order(Left) < Order(Right);
  });
  // Two branches that were merged may both have brought one.
  for (BaselineEntry &Each : Given)
    if (Fingerprints.insert(Each.Fingerprint).second)
      Entries.push_back(std::move(Each));
}

/// What is wrong with an element of "findings", which is put into \p Into.
static std::string readEntry(const json::Value &From, BaselineEntry &Into) {
  const json::Object *Fields = From.getAsObject();
  if (!Fields)
    return "is no object";
  std::pair<StringRef, std::string *> Wanted[] = {
      {"file", &Into.File},
      {"check", &Into.Check},
      {"line", &Into.Line},
      {"fingerprint", &Into.Fingerprint}};
  for (auto [Key, Text] : Wanted) {
    auto Value = Fields->getString(Key);
    if (!Value)
      return ("has no string '" + Key + "'").str();
    *Text = Value->str();
  }
  return "";
}

/// What is wrong with the outermost object, or nothing.
static std::string frameMistake(const json::Object *Document) {
  if (!Document)
    return "a baseline is an object with 'version' and 'findings'";
  auto Version = Document->getInteger("version");
  if (!Version)
    return "a baseline needs a number 'version'";
  if (*Version != FormatVersion)
    return ("version " + Twine(*Version) +
            " of a baseline is not known to this corolint, which reads " +
            Twine(FormatVersion))
        .str();
  if (!Document->getArray("findings"))
    return "a baseline needs a list 'findings'";
  return "";
}

std::optional<BaselineFile> BaselineFile::parse(MemoryBufferRef Text,
                                                std::string &Mistake) {
  Expected<json::Value> Parsed = parseJson(Text.getBuffer());
  if (!Parsed) {
    Mistake = jsonSyntaxMistake(Text, Parsed.takeError());
    return std::nullopt;
  }
  const json::Object *Document = Parsed->getAsObject();
  if (std::string Why = frameMistake(Document); !Why.empty()) {
    Mistake = errorAt(Text, 0, Why);
    return std::nullopt;
  }
  const json::Array &List = *Document->getArray("findings");
  std::vector<BaselineEntry> Entries(List.size());
  for (size_t I = 0; I < List.size(); ++I) {
    std::string Why = readEntry(List[I], Entries[I]);
    if (Why.empty())
      continue;
    size_t Start =
        Text.getBuffer().find("[", Text.getBuffer().find("\"findings\""));
    size_t Offset = Start + offsetOfElement(Text.getBuffer().substr(Start), I);
    Mistake = errorAt(Text, Offset, "finding " + Twine(I + 1) + " " + Why);
    return std::nullopt;
  }
  return BaselineFile(std::move(Entries));
}

static std::string quoted(StringRef Text) {
  std::string Quoted;
  raw_string_ostream(Quoted) << json::Value(Text);
  return Quoted;
}

void BaselineFile::print(raw_ostream &Out) const {
  Out << "{\n  \"version\": " << FormatVersion << ",\n  \"findings\": [";
  const char *Comma = "\n";
  for (const BaselineEntry &Each : Entries) {
    Out << Comma << "    {\"file\": " << quoted(Each.File)
        << ", \"check\": " << quoted(Each.Check)
        << ", \"line\": " << quoted(Each.Line)
        << ", \"fingerprint\": " << quoted(Each.Fingerprint) << "}";
    Comma = ",\n";
  }
  Out << "\n  ]\n}\n";
}

} // namespace corolint
