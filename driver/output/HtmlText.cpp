#include "HtmlText.h"
#include "Json.h"

using namespace llvm;

namespace corolint::output {

std::string htmlText(StringRef Bytes) {
  std::string Escaped;
  for (char Each : utf8(Bytes)) {
    unsigned char Code = Each;
    if (Each == '&')
      Escaped += "&amp;";
    else if (Each == '<')
      Escaped += "&lt;";
    else if (Each == '>')
      Escaped += "&gt;";
    else if (Each == '"')
      Escaped += "&quot;";
    else if (Each == '\'')
      Escaped += "&#39;";
    else if ((Code < ' ' && Each != '\n' && Each != '\t') || Code == 0x7F)
      Escaped += "\xEF\xBF\xBD";
    else
      Escaped += Each;
  }
  return Escaped;
}

} // namespace corolint::output
