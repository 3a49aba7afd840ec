// Our own document, for scripts; docs/ci.md describes it. What is in it stays
// while its version does; what is new may come in.

#include "Formats.h"
#include "Json.h"

using namespace llvm;

namespace corolint::output {

static constexpr int SchemaVersion = 1;

static json::Value place(const Place &Where) {
  if (Where.File.empty())
    return nullptr;
  json::Object Location{{"file", utf8(Where.File)}};
  if (Where.Start.Line) {
    Location["line"] = Where.Start.Line;
    Location["column"] = Where.Start.Byte;
    Location["endLine"] = Where.End.Line;
    Location["endColumn"] = Where.End.Byte;
  }
  return Location;
}

static json::Array suppressions(const Result &R) {
  json::Array All;
  for (const Suppression &Each : R.Suppressions)
    All.push_back(json::Object{{"kind", name(Each.By)},
                               {"location", place(Each.Where)},
                               {"justification", utf8(Each.Why)}});
  return All;
}

static json::Object finding(const Result &R) {
  json::Array Notes, Fix;
  for (const PlacedNote &Note : R.Notes)
    Notes.push_back(json::Object{{"message", utf8(Note.Text)},
                                 {"location", place(Note.Where)}});
  for (const Edit &Each : R.Fix)
    Fix.push_back(json::Object{{"location", place(Each.Where)},
                               {"text", utf8(Each.Text)}});
  json::Object New{
      {"check", R.Check},
      {"severity", severity(R)},
      {"message", utf8(R.Message)},
      {"location", place(R.Where)},
      {"notes", std::move(Notes)},
      {"fix", std::move(Fix)},
      {"fingerprint", R.Fingerprint},
  };
  if (R.Since != Baseline::Unknown)
    New["baseline"] = name(R.Since);
  if (!R.Suppressions.empty())
    New["suppressions"] = suppressions(R);
  return New;
}

static json::Array findings(ArrayRef<Result> Results) {
  json::Array All;
  for (const Result &Each : Results)
    All.push_back(finding(Each));
  return All;
}

json::Object jsonOf(const Report &R) {
  json::Array Analysed, NotAnalysed;
  for (const std::string &File : R.Analysed)
    Analysed.push_back(utf8(File));
  for (const Failure &Each : R.Failures)
    NotAnalysed.push_back(
        json::Object{{"file", utf8(Each.File)}, {"reason", utf8(Each.Why)}});
  return json::Object{
      {"version", SchemaVersion},
      {"tool",
       json::Object{{"name", "corolint"}, {"version", COROLINT_VERSION}}},
      {"findings", findings(R.Results)},
      {"suppressed", findings(R.Suppressed)},
      {"analysed", std::move(Analysed)},
      {"notAnalysed", std::move(NotAnalysed)},
  };
}

void writeJson(const Report &R, raw_ostream &Out) { printJson(jsonOf(R), Out); }

} // namespace corolint::output
