#include "HtmlText.h"
#include "Json.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace corolint::output {

std::string htmlText(StringRef Bytes) {
  std::string Shown;
  for (char Each : utf8(Bytes)) {
    unsigned char Code = Each;
    // Most control characters are an error in HTML.
    if ((Code < ' ' && Each != '\n' && Each != '\t') || Code == 0x7F)
      Shown += "\xEF\xBF\xBD";
    else
      Shown += Each;
  }
  std::string Escaped;
  raw_string_ostream Out(Escaped);
  printHTMLEscaped(Shown, Out);
  return Out.str();
}

} // namespace corolint::output
