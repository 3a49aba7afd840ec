#include "PageLink.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

/// Below a folder that contains this program: where an installation has the
/// pages, as HTML or as they are written, and where a source tree has them.
static constexpr StringLiteral Places[] = {"share/doc/corolint/html/checks",
                                           "share/doc/corolint/checks",
                                           "docs/checks"};

static std::string installedPage(StringRef Check) {
  static int Here;
  std::string Program = sys::fs::getMainExecutable("", &Here);
  for (StringRef Folder = sys::path::parent_path(Program); !Folder.empty();
       Folder = sys::path::parent_path(Folder))
    for (StringRef Place : Places)
      for (StringRef Extension : {".html", ".md"}) {
        SmallString<256> Page(Folder);
        sys::path::append(Page, Place, Check + Extension);
        if (sys::fs::exists(Page))
          return std::string(Page);
      }
  return "";
}

/// As in RFC 8089; what may stand in a path of a URL stays as it is.
static std::string fileUrl(StringRef Path) {
  std::string Url = "file://";
  for (unsigned char Byte : Path)
    if (isAlnum(Byte) || StringRef("/-._~").contains(Byte))
      Url += Byte;
    else
      Url += "%" + utohexstr(Byte, /*LowerCase=*/false, /*Width=*/2);
  return Url;
}

std::string pageLink(StringRef Check) {
  if (StringRef Base = COROLINT_DOCS_URL; !Base.empty())
    return (Base.rtrim('/') + "/checks/" + Check + ".html").str();
  std::string Page = installedPage(Check);
  return Page.empty() ? "" : fileUrl(Page);
}

} // namespace corolint
