#include "PageExamples.h"
#include "Pages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <optional>

using namespace llvm;

namespace corolint {

static std::optional<bool> isBad(StringRef Info) {
  return StringSwitch<std::optional<bool>>(Info)
      .Case("cpp bad", true)
      .Case("cpp good", false)
      .Default(std::nullopt);
}

std::vector<PageExample> examplesOf(StringRef Page) {
  std::vector<PageExample> Found;
  while (!Page.empty()) {
    StringRef Line;
    std::tie(Line, Page) = Page.split('\n');
    if (!Line.consume_front("```"))
      continue;
    const size_t End = Page.find("\n```");
    // Up to and with the last line end.
    const StringRef Code = Page.take_front(End).size() == Page.size()
                               ? Page
                               : Page.take_front(End + 1);
    Page = Page.drop_front(Code.size()).split('\n').second;
    if (std::optional<bool> Kind = isBad(Line))
      Found.push_back({*Kind, Code});
  }
  return Found;
}

bool canBeRun(ArrayRef<PageExample> Examples) {
  return Examples.size() == 2 && Examples[0].IsBad != Examples[1].IsBad &&
         all_of(Examples, [](const PageExample &Each) {
           return Each.Code.contains("\nint main(");
         });
}

std::vector<std::string> checksThatCanBeShown() {
  std::vector<std::string> Names;
  for (const Page &Each : pages())
    if (canBeRun(examplesOf(Each.Text)))
      Names.push_back(Each.Check.str());
  return Names;
}

} // namespace corolint
