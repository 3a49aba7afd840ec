#include "HtmlText.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint::output {

namespace {

std::string inlined(StringRef Text);

std::string element(StringRef Tag, StringRef Inside) {
  return ("<" + Twine(Tag) + ">" + Inside + "</" + Tag + ">").str();
}

std::string link(StringRef Text, StringRef Target) {
  if (Target.starts_with("https://"))
    return "<a href=\"" + htmlText(Target) + "\">" + inlined(Text) + "</a>";
  if (Target.starts_with("coro-") && Target.consume_back(".md"))
    return "<a href=\"#" + htmlText(Target) + "\">" + inlined(Text) + "</a>";
  return inlined(Text);
}

/// If \p Text starts with \p Mark and has another one behind, takes both off
/// with what is between them, which goes to \p Inside.
bool takeBetween(StringRef &Text, StringRef Mark, StringRef &Inside) {
  size_t End = Text.find(Mark, Mark.size());
  if (!Text.starts_with(Mark) || End == StringRef::npos || End == Mark.size())
    return false;
  Inside = Text.slice(Mark.size(), End);
  Text = Text.drop_front(End + Mark.size());
  return true;
}

bool takeLink(StringRef &Text, std::string &Html) {
  size_t Middle = Text.find("]("), Close = Text.find(')', Middle);
  if (!Text.starts_with("[") || Middle == StringRef::npos ||
      Close == StringRef::npos)
    return false;
  Html += link(Text.slice(1, Middle), Text.slice(Middle + 2, Close));
  Text = Text.drop_front(Close + 1);
  return true;
}

/// What is within a paragraph.
std::string inlined(StringRef Text) {
  std::string Html;
  while (!Text.empty()) {
    StringRef Inside;
    if (takeBetween(Text, "`", Inside))
      Html += element("code", htmlText(Inside));
    else if (takeBetween(Text, "**", Inside))
      Html += element("strong", inlined(Inside));
    else if (takeBetween(Text, "*", Inside))
      Html += element("em", inlined(Inside));
    else if (!takeLink(Text, Html)) {
      size_t Next = std::min(Text.find_first_of("`*[", 1), Text.size());
      Html += htmlText(Text.take_front(Next));
      Text = Text.drop_front(Next);
    }
  }
  return Html;
}

/// Lines that belong together.
class Blocks {
public:
  void add(StringRef Line) {
    if (Line.trim().empty())
      return end();
    if (Line.starts_with("#")) {
      end();
      size_t Depth = Line.find_first_not_of('#');
      // The page that they are in has two levels of its own.
      Html += element(Depth == 1 ? "h3" : "h4",
                      inlined(Line.drop_front(Depth).trim()));
      return;
    }
    if (Line.consume_front("- ")) {
      endItem();
      if (!InList)
        Html += "<ul>";
      InList = true;
    }
    if (!Text.empty())
      Text += '\n';
    Text += Line.trim();
  }

  void addExample(StringRef Kind, StringRef Code) {
    end();
    Html +=
        "<pre class=\"" + htmlText(Kind) + "\">" + htmlText(Code) + "</pre>";
  }

  std::string take() {
    end();
    return std::move(Html);
  }

private:
  void endItem() {
    if (!Text.empty())
      Html += element(InList ? "li" : "p", inlined(Text));
    Text.clear();
  }

  void end() {
    endItem();
    if (InList)
      Html += "</ul>";
    InList = false;
  }

  std::string Html, Text;
  bool InList = false;
};

} // namespace

std::string htmlOfMarkdown(StringRef Markdown) {
  Blocks All;
  while (!Markdown.empty()) {
    auto [Line, Rest] = Markdown.split('\n');
    Markdown = Rest;
    if (!Line.consume_front("```")) {
      All.add(Line);
      continue;
    }
    // Behind the language: whether the example is bad or good.
    StringRef Code = Markdown.take_front(Markdown.find("```"));
    All.addExample(Line.split(' ').second, Code);
    Markdown = Markdown.drop_front(Code.size()).split('\n').second;
  }
  return All.take();
}

} // namespace corolint::output
