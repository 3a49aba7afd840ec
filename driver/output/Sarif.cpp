// SARIF 2.1.0, for code scanning and editors.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

#include "CheckPage.h"
#include "Complain.h"
#include "Formats.h"
#include "Json.h"
#include "Paths.h"
#include "Worst.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include <map>

using namespace llvm;

namespace corolint::output {

namespace {

/// Paths below the current folder are relative to it, which has this name.
constexpr char Root[] = "SRCROOT";

json::Object text(StringRef Text) { return json::Object{{"text", utf8(Text)}}; }

std::string percentEncoded(StringRef Path) {
  std::string Encoded;
  for (char Each : Path)
    if (isAlnum(Each) || StringRef("/-._~").contains(Each))
      Encoded += Each;
    else
      Encoded += "%" + toHex(StringRef(&Each, 1));
  return Encoded;
}

bool isAbsolute(StringRef File) { return File.starts_with("/"); }

json::Object artifactLocation(StringRef File) {
  if (isAbsolute(File))
    return json::Object{{"uri", "file://" + percentEncoded(File)}};
  return json::Object{{"uri", percentEncoded(File)}, {"uriBaseId", Root}};
}

json::Object region(const Place &Where) {
  return json::Object{{"startLine", Where.Start.Line},
                      {"startColumn", Where.Start.Utf16},
                      {"endLine", Where.End.Line},
                      {"endColumn", Where.End.Utf16}};
}

//===--- What the checks are
//-----------------------------------------------===//

std::string asSentence(StringRef Summary) {
  std::string Sentence = Summary.str();
  Sentence[0] = toUpper(Sentence[0]);
  return Sentence + ".";
}

json::Object descriptor(const RuleInfo &Info) {
  json::Object Rule{
      {"id", Info.Name},
      {"shortDescription", text(asSentence(Info.Summary))},
      {"defaultConfiguration",
       json::Object{{"level", "warning"},
                    {"enabled", Info.Runs == Standing::OnByDefault}}},
      {"properties",
       json::Object{
           {"tags", json::Array{"coroutines", Info.Family}},
           {"precision",
            Info.Sure == Confidence::Certain ? "very-high" : "high"},
       }},
  };
  std::string Help = withoutRelativeLinks(pageOf(Info.Name));
  if (Help.empty())
    return Rule;
  Rule["fullDescription"] = text(firstParagraph(Help));
  Rule["help"] = json::Object{{"text", Help}, {"markdown", Help}};
  return Rule;
}

/// Of what is no check.
StringRef otherSummary(StringRef Name) {
  return Name.starts_with("corolint-") ? "A comment that suppresses nothing."
                                       : "A diagnostic of clang-tidy.";
}

/// Every check, also those without a result; and what clang-tidy says itself.
class Rules {
public:
  explicit Rules(ArrayRef<const Result *> Results) {
    for (const Rule *Each : allRules())
      add(Each->Info.Name, descriptor(Each->Info));
    for (const Result *Each : Results)
      if (!Index.count(Each->Check))
        add(Each->Check, json::Object{{"id", Each->Check},
                                      {"shortDescription",
                                       text(otherSummary(Each->Check))}});
  }

  int64_t index(StringRef Check) const { return Index.lookup(Check); }
  json::Array take() { return std::move(Descriptors); }

private:
  void add(StringRef Check, json::Object Descriptor) {
    Index[Check] = Descriptors.size();
    Descriptors.push_back(std::move(Descriptor));
  }

  StringMap<int64_t> Index;
  json::Array Descriptors;
};

//===--- What they found
//---------------------------------------------------===//

json::Object location(const Place &Where) {
  json::Object Physical{{"artifactLocation", artifactLocation(Where.File)}};
  if (Where.Start.Line)
    Physical["region"] = region(Where);
  return json::Object{{"physicalLocation", std::move(Physical)}};
}

json::Object location(const Place &Where, StringRef Message) {
  json::Object Location = location(Where);
  Location["message"] = text(Message);
  return Location;
}

bool isBehind(const Place &Later, const Place &Earlier) {
  return Later.File == Earlier.File &&
         std::make_pair(Later.Start.Line, Later.Start.Byte) >
             std::make_pair(Earlier.Start.Line, Earlier.Start.Byte);
}

/// The notes that lead on from the result, if all that have a place of their
/// own do: from a lock to the suspensions it is held across, from a task to
/// where it is lost.
std::vector<const PlacedNote *> path(const Result &R) {
  std::vector<const PlacedNote *> Steps;
  const Place *Last = &R.Where;
  for (const PlacedNote &Note : R.Notes) {
    bool IsAtResult = !isBehind(Note.Where, R.Where) &&
                      !isBehind(R.Where, Note.Where) &&
                      Note.Where.File == R.Where.File;
    if (IsAtResult)
      continue;
    if (!isBehind(Note.Where, *Last))
      return {};
    Last = &Note.Where;
    Steps.push_back(&Note);
  }
  return Steps;
}

json::Array codeFlows(const Result &R) {
  std::vector<const PlacedNote *> Steps = path(R);
  if (Steps.empty())
    return {};
  json::Array Locations;
  Locations.push_back(json::Object{{"location", location(R.Where, R.Message)}});
  for (const PlacedNote *Step : Steps)
    Locations.push_back(
        json::Object{{"location", location(Step->Where, Step->Text)}});
  json::Object Flow{{"locations", std::move(Locations)}};
  return json::Array{
      json::Object{{"threadFlows", json::Array{std::move(Flow)}}}};
}

json::Array related(const Result &R) {
  json::Array Locations;
  for (const PlacedNote &Note : R.Notes) {
    if (Note.Where.File.empty())
      continue;
    json::Object Location = location(Note.Where, Note.Text);
    Location["id"] = Locations.size() + 1;
    Locations.push_back(std::move(Location));
  }
  return Locations;
}

json::Array fixes(const Result &R) {
  std::map<StringRef, json::Array> Replacements;
  for (const Edit &Each : R.Fix) {
    // Half of a fix is none.
    if (!Each.Where.Start.Line)
      return {};
    Replacements[Each.Where.File].push_back(
        json::Object{{"deletedRegion", region(Each.Where)},
                     {"insertedContent", text(Each.Text)}});
  }
  if (Replacements.empty())
    return {};
  json::Array Changes;
  for (auto &[File, Edits] : Replacements)
    Changes.push_back(json::Object{{"artifactLocation", artifactLocation(File)},
                                   {"replacements", std::move(Edits)}});
  // The last note is the way out.
  StringRef What = R.Notes.empty() ? R.Message : R.Notes.back().Text;
  return json::Array{json::Object{{"description", text(What)},
                                  {"artifactChanges", std::move(Changes)}}};
}

json::Array suppressions(const Result &R) {
  json::Array All;
  for (const Suppression &Each : R.Suppressions) {
    json::Object New{{"kind", name(Each.By)}, {"status", "accepted"}};
    if (!Each.Why.empty())
      New["justification"] = utf8(Each.Why);
    if (!Each.Where.File.empty())
      New["location"] = location(Each.Where);
    All.push_back(std::move(New));
  }
  return All;
}

json::Object result(const Result &R, const Rules &Known) {
  json::Object New{
      {"ruleId", R.Check},
      {"ruleIndex", Known.index(R.Check)},
      {"level", severity(R)},
      {"message", text(R.Message)},
      {"partialFingerprints", json::Object{{"corolintLine/v1", R.Fingerprint}}},
  };
  if (R.Since != Baseline::Unknown)
    New["baselineState"] = name(R.Since);
  if (!R.Where.File.empty())
    New["locations"] = json::Array{location(R.Where)};
  auto AddUnlessEmpty = [&](StringRef Key, json::Array Values) {
    if (!Values.empty())
      New[Key] = std::move(Values);
  };
  AddUnlessEmpty("relatedLocations", related(R));
  AddUnlessEmpty("codeFlows", codeFlows(R));
  AddUnlessEmpty("fixes", fixes(R));
  return New;
}

//===--- What happened
//-----------------------------------------------------===//

json::Object invocation(const Report &R) {
  json::Array Notifications;
  for (const Failure &Each : R.Failures)
    Notifications.push_back(json::Object{
        {"level", "error"},
        {"message", text(Each.Why)},
        {"locations", json::Array{location({Each.File, {}, {}})}}});
  return json::Object{
      {"executionSuccessful", R.Failures.empty()},
      {"toolExecutionNotifications", std::move(Notifications)},
  };
}

json::Array artifacts(const Report &R, ArrayRef<const Result *> Results) {
  std::vector<StringRef> Files(R.Analysed.begin(), R.Analysed.end());
  for (const Failure &Each : R.Failures)
    Files.push_back(Each.File);
  for (const Result *Each : Results)
    if (!Each->Where.File.empty())
      Files.push_back(Each->Where.File);
  sort(Files);
  Files.erase(std::unique(Files.begin(), Files.end()), Files.end());
  json::Array Artifacts;
  for (StringRef File : Files)
    Artifacts.push_back(json::Object{{"location", artifactLocation(File)}});
  return Artifacts;
}

/// GitHub refuses a document with more results.
constexpr size_t MaxResults = 25000;

std::vector<const Result *> chosen(const Report &R, bool WithSuppressed) {
  std::vector<const Result *> All;
  for (const Result &Each : R.Results)
    All.push_back(&Each);
  if (WithSuppressed)
    for (const Result &Each : R.Suppressed)
      All.push_back(&Each);
  if (All.size() > MaxResults)
    warn("the SARIF report has " + Twine(MaxResults) + " of " +
         Twine(All.size()) + " findings, the worst; GitHub takes no more");
  return worst(std::move(All), MaxResults);
}

void write(const Report &R, bool WithSuppressed, raw_ostream &Out) {
  std::vector<const Result *> Chosen = chosen(R, WithSuppressed);
  Rules Known(Chosen);
  json::Array Results;
  for (const Result *Each : Chosen) {
    json::Object New = result(*Each, Known);
    // Either every result of a run has them, or none.
    if (WithSuppressed)
      New["suppressions"] = suppressions(*Each);
    Results.push_back(std::move(New));
  }
  std::string Folder = absolutePath(".");
  if (!StringRef(Folder).ends_with("/"))
    Folder += '/';
  json::Object Run{
      {"tool", json::Object{{"driver",
                             json::Object{{"name", "corolint"},
                                          {"version", COROLINT_VERSION},
                                          {"semanticVersion", COROLINT_VERSION},
                                          {"rules", Known.take()}}}}},
      {"columnKind", "utf16CodeUnits"},
      {"originalUriBaseIds",
       json::Object{
           {Root, json::Object{{"uri", "file://" + percentEncoded(Folder)}}}}},
      {"invocations", json::Array{invocation(R)}},
      {"artifacts", artifacts(R, Chosen)},
      {"results", std::move(Results)},
  };
  printJson(
      json::Object{
          {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
          {"version", "2.1.0"},
          {"runs", json::Array{std::move(Run)}},
      },
      Out);
}

} // namespace

void writeSarif(const Report &R, raw_ostream &Out) { write(R, false, Out); }
void writeSarifAll(const Report &R, raw_ostream &Out) { write(R, true, Out); }

} // namespace corolint::output
