#include "Report.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint::output {

std::string asText(const Place &Where) {
  if (!Where.Start.Line)
    return Where.File;
  return (Where.File + ":" + Twine(Where.Start.Line) + ":" +
          Twine(Where.Start.Byte))
      .str();
}

StringRef severity(const Result &R) { return R.IsError ? "error" : "warning"; }

StringRef name(Baseline Since) {
  if (Since == Baseline::Unknown)
    return "";
  return Since == Baseline::New ? "new" : "unchanged";
}

StringRef name(Suppression::Source By) {
  return By == Suppression::Source::Comment ? "inSource" : "external";
}

std::string asLines(const Result &R) {
  std::string Text = asText(R.Where) + ": " + severity(R).str() + ": ";
  Text += R.Message + " [" + R.Check + "]";
  for (const PlacedNote &Note : R.Notes)
    Text += "\n" + asText(Note.Where) + ": note: " + Note.Text;
  return Text;
}

std::string asParagraph(const Result &R) {
  std::string Text = R.Message;
  for (const PlacedNote &Note : R.Notes) {
    Text += "\nnote: " + Note.Text;
    if (asText(Note.Where) != asText(R.Where))
      Text += " (" + asText(Note.Where) + ")";
  }
  return Text;
}

} // namespace corolint::output
