// Reviewdog's diagnostic format, a line for each. Columns are in bytes.
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf

#include "Formats.h"
#include "Json.h"

using namespace llvm;

namespace corolint::output {

static json::Object position(const Position &At) {
  return json::Object{{"line", At.Line}, {"column", At.Byte}};
}

static json::Object range(const Place &Where) {
  return json::Object{{"start", position(Where.Start)},
                      {"end", position(Where.End)}};
}

static json::Object location(const Place &Where) {
  json::Object Location{{"path", utf8(Where.File)}};
  if (Where.Start.Line)
    Location["range"] = range(Where);
  return Location;
}

static json::Array related(const Result &R) {
  json::Array Related;
  for (const PlacedNote &Note : R.Notes)
    if (!Note.Where.File.empty())
      Related.push_back(json::Object{{"message", utf8(Note.Text)},
                                     {"location", location(Note.Where)}});
  return Related;
}

static json::Array suggestions(const Result &R) {
  json::Array Suggestions;
  for (const Edit &Each : R.Fix)
    // Reviewdog knows no other file than that of the diagnostic.
    if (Each.Where.File == R.Where.File && Each.Where.Start.Line)
      Suggestions.push_back(json::Object{{"range", range(Each.Where)},
                                         {"text", utf8(Each.Text)}});
  return Suggestions;
}

void writeRdjsonl(const Report &R, raw_ostream &Out) {
  for (const Result &Each : R.Results) {
    json::Object Line{
        {"message", utf8(asParagraph(Each))},
        {"location", location(Each.Where)},
        {"severity", Each.IsError ? "ERROR" : "WARNING"},
        {"source", json::Object{{"name", "corolint"}}},
        {"code", json::Object{{"value", Each.Check}}},
    };
    if (json::Array Related = related(Each); !Related.empty())
      Line["relatedLocations"] = std::move(Related);
    if (json::Array Suggestions = suggestions(Each); !Suggestions.empty())
      Line["suggestions"] = std::move(Suggestions);
    Out << json::Value(std::move(Line)) << '\n';
  }
}

} // namespace corolint::output
