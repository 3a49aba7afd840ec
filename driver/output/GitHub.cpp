// Workflow commands of GitHub Actions: annotations on the lines of a change.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions

#include "Formats.h"

using namespace llvm;

namespace corolint::output {

static std::string escaped(StringRef Text, bool IsProperty) {
  std::string Escaped;
  for (char Each : Text) {
    if (Each == '%')
      Escaped += "%25";
    else if (Each == '\r')
      Escaped += "%0D";
    else if (Each == '\n')
      Escaped += "%0A";
    else if (Each == ':' && IsProperty)
      Escaped += "%3A";
    else if (Each == ',' && IsProperty)
      Escaped += "%2C";
    else
      Escaped += Each;
  }
  return Escaped;
}

static std::string property(StringRef Text) { return escaped(Text, true); }
static std::string message(StringRef Text) { return escaped(Text, false); }

void writeGitHub(const Report &R, raw_ostream &Out) {
  for (const Result &Each : R.Results) {
    Out << "::" << severity(Each) << " file=" << property(Each.Where.File);
    if (const Position &Start = Each.Where.Start; Start.Line)
      Out << ",line=" << Start.Line << ",col=" << Start.Utf16;
    Out << ",title=" << property(Each.Check)
        << "::" << message(asParagraph(Each)) << '\n';
  }
  for (const Failure &Each : R.Failures)
    Out << "::error file=" << property(Each.File)
        << ",title=corolint::" << message(Each.Why) << '\n';
}

} // namespace corolint::output
