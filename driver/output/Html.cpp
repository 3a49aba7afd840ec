// One page for people, whole in itself: it lists everything without a script,
// which only adds the filter, and it asks nothing of any network.

#include "CheckPage.h"
#include "Complain.h"
#include "Formats.h"
#include "HtmlFinding.h"
#include "HtmlParts.h"
#include "HtmlText.h"
#include "Json.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/SHA256.h"
#include <set>

using namespace llvm;

namespace corolint::output {

namespace {

StringRef part(StringRef Name) {
  const HtmlPart *Found =
      find_if(htmlParts(), [&](const HtmlPart &P) { return P.Name == Name; });
  assert(Found != htmlParts().end() && "no such file in driver/output/html");
  return Found->Text;
}

/// How a policy of a page names a text that it allows.
std::string digest(StringRef Text) {
  return "sha256-" + encodeBase64(SHA256::hash(arrayRefFromStringRef(Text)));
}

std::string section(StringRef Id, const Twine &Title) {
  return ("<section id=\"" + Id + "\">\n<h2>" + Title + "</h2>\n").str();
}

/// A row of a table of counts; both texts are HTML.
struct Count {
  std::string Name;
  std::string Link; ///< a place in the page
  size_t Number;
};

/// \p Key is what the script filters by; without it, the links lead to places.
void writeCounts(StringRef Key, std::vector<Count> Counts, raw_ostream &Out) {
  if (Counts.empty())
    return;
  llvm::stable_sort(Counts, [](const Count &Left, const Count &Right) {
    return Left.Number > Right.Number;
  });
  Out << "<div tabindex=\"0\" role=\"region\" aria-label=\"Findings by " << Key
      << "\"><table id=\"by-" << Key << "\">\n<tr><th>" << toUpper(Key[0])
      << Key.drop_front() << "</th><th>Findings</th></tr>\n";
  for (const Count &Each : Counts)
    Out << "<tr><td><a href=\"#" << Each.Link << "\" data-" << Key << "=\""
        << Each.Name << "\">" << Each.Name << "</a></td><td>" << Each.Number
        << "</td></tr>\n";
  Out << "</table></div>\n";
}

class HtmlPage {
public:
  HtmlPage(const Report &R, raw_ostream &Out) : R(R), Out(Out) {
    for (const Result &Each : R.Results)
      Files[Each.Where.File].push_back(&Each);
  }

  /// The page with each "{{name}}" filled in.
  void write() {
    StringRef Rest = part("page");
    while (!Rest.empty()) {
      auto [Before, Behind] = Rest.split("{{");
      Out << Before;
      auto [Name, After] = Behind.split("}}");
      if (!Name.empty())
        fill(Name);
      Rest = After;
    }
  }

private:
  void fill(StringRef Name);
  void writeNotAnalysed();
  void writeChecks();
  void writeFiles();
  void writeFindings();
  void writeSuppressed();
  void writeAnalysed();
  void writePages();
  void writeData();

  std::string summary() const {
    return counted(R.Results.size(), "finding") + " in " +
           counted(R.Analysed.size(), "file");
  }

  static std::string shownFile(StringRef File) {
    return File.empty() ? "(no file)" : htmlText(File);
  }

  const Report &R;
  raw_ostream &Out;
  SourceTexts Texts;
  MapVector<StringRef, std::vector<const Result *>> Files;
};

void HtmlPage::fill(StringRef Name) {
  using Writer = void (*)(HtmlPage &);
  static constexpr std::pair<StringRef, Writer> Writers[] = {
      {"title", [](HtmlPage &P) { P.Out << P.summary(); }},
      {"style", [](HtmlPage &P) { P.Out << part("style"); }},
      {"style-digest", [](HtmlPage &P) { P.Out << digest(part("style")); }},
      {"script", [](HtmlPage &P) { P.Out << part("filter"); }},
      {"script-digest", [](HtmlPage &P) { P.Out << digest(part("filter")); }},
      {"version", [](HtmlPage &P) { P.Out << COROLINT_VERSION; }},
      {"not-analysed", [](HtmlPage &P) { P.writeNotAnalysed(); }},
      {"checks", [](HtmlPage &P) { P.writeChecks(); }},
      {"files", [](HtmlPage &P) { P.writeFiles(); }},
      {"findings", [](HtmlPage &P) { P.writeFindings(); }},
      {"suppressed", [](HtmlPage &P) { P.writeSuppressed(); }},
      {"analysed", [](HtmlPage &P) { P.writeAnalysed(); }},
      {"pages", [](HtmlPage &P) { P.writePages(); }},
      {"data", [](HtmlPage &P) { P.writeData(); }},
  };
  const auto *Found =
      find_if(Writers, [&](const auto &Each) { return Each.first == Name; });
  assert(Found != std::end(Writers) && "page.html asks for what is not there");
  Found->second(*this);
}

void HtmlPage::writeNotAnalysed() {
  if (R.Failures.empty())
    return;
  Out << section("not-analysed",
                 counted(R.Failures.size(), "file") + " could not be analysed");
  for (const Failure &Each : R.Failures)
    Out << "<p class=\"at\">" << htmlText(Each.File) << "</p>\n<pre>"
        << htmlText(Each.Why) << "</pre>\n";
  Out << "</section>\n";
}

void HtmlPage::writeChecks() {
  MapVector<StringRef, size_t> Numbers;
  for (const Result &Each : R.Results)
    ++Numbers[Each.Check];
  std::vector<Count> Counts;
  for (const auto &[Check, Number] : Numbers)
    Counts.push_back({htmlText(Check), htmlText(Check), Number});
  writeCounts("check", std::move(Counts), Out);
}

void HtmlPage::writeFiles() {
  std::vector<Count> Counts;
  for (const auto &[File, Results] : Files)
    Counts.push_back({shownFile(File), "file-" + std::to_string(Counts.size()),
                      Results.size()});
  writeCounts("file", std::move(Counts), Out);
}

void HtmlPage::writeFindings() {
  if (R.Results.empty())
    Out << "<p class=\"none\">Nothing to report: "
        << (R.Failures.empty() ? summary()
                               : summary() + " that could be analysed")
        << ".</p>\n";
  for (const auto &Each : enumerate(Files)) {
    const auto &[File, Results] = Each.value();
    Out << section("file-" + std::to_string(Each.index()),
                   shownFile(File) + " <small>" +
                       counted(Results.size(), "finding") + "</small>");
    for (const Result *One : Results)
      writeHtmlFinding(*One,
                       "findings/" + std::to_string(One - R.Results.data()),
                       Texts, Out);
    Out << "</section>\n";
  }
}

void HtmlPage::writeSuppressed() {
  if (R.Suppressed.empty())
    return;
  Out << "<details id=\"suppressed\">\n<summary>"
      << counted(R.Suppressed.size(), "suppressed finding") << "</summary>\n";
  for (const auto &Each : enumerate(R.Suppressed))
    writeHtmlFinding(Each.value(), "suppressed/" + std::to_string(Each.index()),
                     Texts, Out);
  Out << "</details>\n";
}

void HtmlPage::writeAnalysed() {
  if (R.Analysed.empty())
    return;
  Out << "<details id=\"analysed\">\n<summary>"
      << counted(R.Analysed.size(), "file") << " analysed</summary>\n<ul>\n";
  for (const std::string &File : R.Analysed)
    Out << "<li>" << htmlText(File) << "</li>\n";
  Out << "</ul>\n</details>\n";
}

void HtmlPage::writePages() {
  std::set<StringRef> Checks;
  for (const auto *Results : {&R.Results, &R.Suppressed})
    for (const Result &Each : *Results)
      if (!pageOf(Each.Check).empty())
        Checks.insert(Each.Check);
  if (Checks.empty())
    return;
  Out << section("pages", "What the checks mean");
  for (StringRef Check : Checks)
    // A link opens what is folded only if it leads inside.
    Out << "<details>\n<summary>" << htmlText(Check)
        << "</summary>\n<div class=\"page\" id=\"" << htmlText(Check)
        << "\" tabindex=\"-1\">" << htmlOfMarkdown(pageOf(Check))
        << "</div>\n</details>\n";
  Out << "</section>\n";
}

void HtmlPage::writeData() {
  std::string Data = formatv("{0}", json::Value(jsonOf(R)));
  // Neither the end of a script nor a comment can be in it.
  for (char Each : Data) {
    if (Each == '<')
      Out << "\\u003c";
    else
      Out << Each;
  }
}

} // namespace

void writeHtml(const Report &R, raw_ostream &Out) { HtmlPage(R, Out).write(); }

} // namespace corolint::output
