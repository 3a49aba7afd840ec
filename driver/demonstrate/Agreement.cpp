#include "Agreement.h"
#include "llvm/ADT/StringExtras.h"
#include <set>
#include <tuple>

using namespace llvm;

namespace corolint {

namespace {

/// Check, file, line: what the two sides have in common.
using Claim = std::tuple<std::string, std::string, unsigned>;

std::set<Claim> claims(ArrayRef<Sighting> Seen) {
  std::set<Claim> All;
  for (const Sighting &Each : Seen)
    All.emplace(Each.Check, Each.What.File, Each.What.Line);
  return All;
}

std::string name(const ExampleTrial &Tried) {
  return ("the " + Tried.Of.kind() + " example").str();
}

std::string words(const Claim &Said, const ExampleTrial &Tried) {
  const auto &[Check, File, Line] = Said;
  std::string Where = "line " + std::to_string(Line) + " of " +
                      (File == Tried.File ? name(Tried) : "'" + File + "'");
  return "'" + Check + "' is reported at " + Where;
}

/// What \p Some says and \p Others do not.
void addMissing(const std::set<Claim> &Some, const std::set<Claim> &Others,
                const Twine &Who, const ExampleTrial &Tried,
                std::vector<std::string> &Into) {
  for (const Claim &Each : Some)
    if (!Others.count(Each))
      Into.push_back((words(Each, Tried) + " " + Who).str());
}

void addProblems(StringRef Check, const ExampleTrial &Tried,
                 std::vector<std::string> &Into) {
  const std::set<Claim> ByCheck = claims(Tried.ByCheck);
  const std::set<Claim> ByRun = claims(Tried.ByRun);
  addMissing(ByCheck, ByRun, "by the check only", Tried, Into);
  addMissing(ByRun, ByCheck, "by the run only", Tried, Into);
  for (const Claim &Each : ByCheck)
    if (ByRun.count(Each) && (!Tried.Of.IsBad || std::get<0>(Each) != Check))
      Into.push_back(words(Each, Tried));
  if (Tried.Of.IsBad && ByCheck.empty() && ByRun.empty())
    Into.push_back("nothing is reported in " + name(Tried));
}

} // namespace

std::vector<std::string> disagreements(StringRef Check,
                                       ArrayRef<ExampleTrial> Tried) {
  std::vector<std::string> Problems;
  for (const ExampleTrial &Each : Tried)
    addProblems(Check, Each, Problems);
  return Problems;
}

std::string reportedLines(ArrayRef<ExampleTrial> Tried) {
  std::vector<std::string> Places;
  for (const ExampleTrial &Each : Tried)
    for (const Claim &Said : claims(Each.ByCheck))
      Places.push_back("line " + std::to_string(std::get<2>(Said)) + " of " +
                       name(Each));
  return join(Places, " and ");
}

} // namespace corolint
