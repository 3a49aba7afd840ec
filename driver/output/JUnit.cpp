// JUnit's XML: a suite for each file, a failed test for each finding.

#include "Formats.h"
#include "Json.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace corolint::output {

namespace {

struct Suite {
  std::vector<const Result *> Findings;
  const Failure *Error = nullptr;
};

/// For text and for attributes. XML 1.0 has no way to write most control
/// characters, U+FFFE and U+FFFF; they are left out.
std::string escaped(StringRef Bytes, bool IsAttribute = true) {
  std::string Text = utf8(Bytes), Escaped;
  for (size_t I = 0; I < Text.size(); ++I) {
    unsigned char Each = Text[I];
    StringRef Three = StringRef(Text).substr(I, 3);
    if (Three == "\xEF\xBF\xBE" || Three == "\xEF\xBF\xBF")
      I += 2;
    else if (Each == '&')
      Escaped += "&amp;";
    else if (Each == '<')
      Escaped += "&lt;";
    else if (Each == '>')
      Escaped += "&gt;";
    else if (Each == '"')
      Escaped += "&quot;";
    else if (Each == '\r')
      Escaped += "&#13;";
    else if ((Each == '\n' || Each == '\t') && IsAttribute)
      Escaped += Each == '\n' ? "&#10;" : "&#9;";
    else if (Each >= ' ' || Each == '\n' || Each == '\t')
      Escaped += Each;
  }
  return Escaped;
}

std::string inText(StringRef Bytes) { return escaped(Bytes, false); }

void writeSuite(StringRef File, const Suite &Each, raw_ostream &Out) {
  std::string Name = escaped(File);
  bool IsClean = Each.Findings.empty() && !Each.Error;
  size_t Tests = Each.Findings.size() + (Each.Error != nullptr) + IsClean;
  Out << formatv("  <testsuite name=\"{0}\" tests=\"{1}\" failures=\"{2}\" "
                 "errors=\"{3}\">\n",
                 Name, Tests, Each.Findings.size(), Each.Error ? 1 : 0);
  if (IsClean)
    Out << "    <testcase name=\"corolint\" classname=\"" << Name << "\"/>\n";
  for (const Result *R : Each.Findings) {
    const Position &Start = R->Where.Start;
    Out << formatv("    <testcase name=\"{0} at {1}:{2}\" classname=\"{3}\" "
                   "file=\"{3}\" line=\"{1}\">\n",
                   escaped(R->Check), Start.Line, Start.Byte, Name)
        << formatv(
               "      <failure type=\"{0}\" message=\"{1}\">{2}</failure>\n",
               escaped(R->Check), escaped(R->Message), inText(asLines(*R)))
        << "    </testcase>\n";
  }
  if (Each.Error)
    Out << "    <testcase name=\"corolint\" classname=\"" << Name
        << "\">\n      <error message=\"could not be analysed\">"
        << inText(Each.Error->Why) << "</error>\n    </testcase>\n";
  Out << "  </testsuite>\n";
}

} // namespace

void writeJUnit(const Report &R, raw_ostream &Out) {
  // Those with findings first, in their order.
  MapVector<StringRef, Suite> Suites;
  for (const Result &Each : R.Results)
    Suites[Each.Where.File].Findings.push_back(&Each);
  for (const Failure &Each : R.Failures)
    Suites[Each.File].Error = &Each;
  for (const std::string &File : R.Analysed)
    Suites[File];
  size_t Tests = 0;
  for (const auto &[File, Each] : Suites)
    Tests += std::max<size_t>(1, Each.Findings.size() + (Each.Error ? 1 : 0));
  Out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      << formatv("<testsuites name=\"corolint\" tests=\"{0}\" "
                 "failures=\"{1}\" errors=\"{2}\">\n",
                 Tests, R.Results.size(), R.Failures.size());
  for (const auto &[File, Each] : Suites)
    writeSuite(File, Each, Out);
  Out << "</testsuites>\n";
}

} // namespace corolint::output
