#include "ForeignKeys.h"

using namespace llvm;

namespace corolint {

static bool isForeign(StringRef Key) {
  for (StringRef Known :
       {"AnalyzeTemporaryDtors", "CustomChecks", "ExcludeHeaderFilterRegex",
        "HeaderFileExtensions", "ImplementationFileExtensions", "RemovedArgs",
        "SystemHeaders", "UseColor"})
    if (Key == Known)
      return true;
  return false;
}

/// Whether a line goes on with the value of the top-level key above it.
static bool continues(StringRef Line) {
  return Line.empty() || StringRef(" \t\r#-").contains(Line.front());
}

bool blankForeignKey(std::string &Yaml, StringRef Message) {
  StringRef Key = Message;
  if (!Key.consume_front("unknown key '") || !Key.consume_back("'") ||
      !isForeign(Key))
    return false;
  bool Found = false, Inside = false;
  size_t Start = 0;
  for (StringRef Rest = Yaml; !Rest.empty();) {
    StringRef Line = Rest.take_until([](char C) { return C == '\n'; });
    bool IsDocument = Line.starts_with("---") || Line.starts_with("...");
    if (Line.starts_with(Key) &&
        Line.drop_front(Key.size()).ltrim().starts_with(":"))
      Found = Inside = true;
    else
      Inside = Inside && continues(Line) && !IsDocument;
    size_t Length = Line.size();
    Rest = Rest.drop_front(std::min(Length + 1, Rest.size()));
    if (Inside)
      Yaml.replace(Start, Length, Length, ' ');
    Start += Length + 1;
  }
  return Found;
}

} // namespace corolint
