#include "HtmlFinding.h"
#include "CheckPage.h"
#include "Excerpt.h"
#include "FixDiff.h"
#include "HtmlText.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint::output {

namespace {

constexpr unsigned ContextLines = 2;

std::string shownPlace(const Place &Where) { return htmlText(asText(Where)); }

/// A line number does not belong to what is copied: the style shows it.
void writeExcerpt(const Place &Where, unsigned Context, SourceTexts &Texts,
                  raw_ostream &Out) {
  std::vector<ExcerptLine> Lines = excerpt(Where, Context, Texts);
  if (Lines.empty())
    return;
  Out << "<pre class=\"source\">";
  for (const ExcerptLine &Each : Lines) {
    Out << "<i data-n=\"" << Each.Number << "\"></i>" << htmlText(Each.Before);
    if (!Each.Marked.empty())
      Out << "<mark>" << htmlText(Each.Marked) << "</mark>";
    Out << htmlText(Each.After) << '\n';
  }
  Out << "</pre>\n";
}

bool isSamePlace(const Place &One, const Place &Other) {
  return One.File == Other.File && One.Start.Line == Other.Start.Line &&
         One.Start.Byte == Other.Start.Byte;
}

void writeNotes(const Result &R, SourceTexts &Texts, raw_ostream &Out) {
  if (R.Notes.empty())
    return;
  Out << "<ul class=\"notes\">\n";
  for (const PlacedNote &Note : R.Notes) {
    bool IsElsewhere =
        !Note.Where.File.empty() && !isSamePlace(Note.Where, R.Where);
    Out << "<li>" << htmlText(Note.Text);
    if (IsElsewhere) {
      Out << " <span class=\"at\">" << shownPlace(Note.Where) << "</span>\n";
      writeExcerpt(Note.Where, /*Context=*/0, Texts, Out);
    }
    Out << "</li>\n";
  }
  Out << "</ul>\n";
}

void writeFix(const Result &R, SourceTexts &Texts, raw_ostream &Out) {
  std::vector<ChangedLines> Changes = fixDiff(R.Fix, Texts);
  if (Changes.empty())
    return;
  Out << "<p class=\"label\">Fix</p><pre class=\"diff\">";
  for (const ChangedLines &Each : Changes) {
    Out << "<b>@@ " << htmlText((Each.File + ":" + Twine(Each.First)).str())
        << " @@</b>\n";
    for (const std::string &Line : Each.Removed)
      Out << "<del>-" << htmlText(Line) << "</del>\n";
    for (const std::string &Line : Each.Added)
      Out << "<ins>+" << htmlText(Line) << "</ins>\n";
  }
  Out << "</pre>\n";
}

void writeSuppressions(const Result &R, raw_ostream &Out) {
  for (const Suppression &Each : R.Suppressions) {
    bool ByComment = Each.By == Suppression::Source::Comment;
    Out << "<p class=\"suppression\">Suppressed by "
        << (ByComment ? "a NOLINT comment" : "the baseline");
    if (!Each.Where.File.empty())
      Out << ", " << shownPlace(Each.Where);
    if (!Each.Why.empty())
      Out << ": " << htmlText(Each.Why);
    Out << "</p>\n";
  }
}

} // namespace

void writeHtmlFinding(const Result &R, StringRef Key, SourceTexts &Texts,
                      raw_ostream &Out) {
  // Long enough to be the only one; a link to it lives as long as the finding.
  std::string Id = "f-" + htmlText(StringRef(R.Fingerprint).take_front(16));
  std::string Check = htmlText(R.Check);
  Out << "<article id=\"" << Id << "\" data-key=\"" << Key
      << "\" tabindex=\"-1\">\n<h3><span class=\"" << severity(R) << "\">"
      << severity(R) << "</span> " << htmlText(R.Message) << "</h3>\n<p>";
  if (!R.Where.File.empty())
    Out << "<a class=\"at\" href=\"#" << Id << "\">" << shownPlace(R.Where)
        << "</a> ";
  if (pageOf(R.Check).empty())
    Out << "<span class=\"check\">" << Check << "</span>";
  else
    Out << "<a class=\"check\" href=\"#" << Check << "\">" << Check << "</a>";
  if (R.Since != Baseline::Unknown)
    Out << " <span class=\"since\">" << name(R.Since) << "</span>";
  Out << "</p>\n";
  writeSuppressions(R, Out);
  writeExcerpt(R.Where, ContextLines, Texts, Out);
  writeNotes(R, Texts, Out);
  writeFix(R, Texts, Out);
  Out << "</article>\n";
}

} // namespace corolint::output
