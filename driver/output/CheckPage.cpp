#include "CheckPage.h"
#include "Pages.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace corolint::output {

StringRef pageOf(StringRef Check) {
  const Page *Found =
      find_if(pages(), [&](const Page &P) { return P.Check == Check; });
  return Found == pages().end() ? "" : Found->Text;
}

std::string withoutRelativeLinks(StringRef Markdown) {
  std::string Text;
  while (true) {
    size_t Middle = Markdown.find("](");
    size_t Open = Markdown.take_front(Middle).rfind('[');
    size_t Close = Markdown.find(')', Middle);
    if (Middle == StringRef::npos || Open == StringRef::npos ||
        Close == StringRef::npos)
      return Text + Markdown.str();
    StringRef Target = Markdown.slice(Middle + 2, Close);
    bool IsRelative = Target.starts_with("../") || Target.ends_with(".md");
    if (IsRelative) {
      Text += Markdown.take_front(Open);
      Text += Markdown.slice(Open + 1, Middle);
    } else {
      Text += Markdown.take_front(Close + 1);
    }
    Markdown = Markdown.drop_front(Close + 1);
  }
}

std::string firstParagraph(StringRef Page) {
  StringRef Paragraph = Page.split("\n\n").second.split("\n\n").first;
  std::string Text = Paragraph.trim().str();
  std::replace(Text.begin(), Text.end(), '\n', ' ');
  return Text;
}

} // namespace corolint::output
