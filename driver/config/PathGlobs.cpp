#include "PathGlobs.h"
#include "Paths.h"

using namespace llvm;

namespace corolint {

/// A regular expression for paths relative to the root.
static std::string regexOf(StringRef Glob) {
  bool IsAnyDepth = !Glob.rtrim('/').contains('/');
  Glob.consume_front("/");
  Glob = Glob.rtrim('/');
  std::string Text = IsAnyDepth ? "^(.*/)?" : "^";
  while (!Glob.empty()) {
    if (Glob.consume_front("**/")) {
      Text += "(.*/)?";
    } else if (Glob.consume_front("**")) {
      Text += ".*";
    } else if (Glob.consume_front("*")) {
      Text += "[^/]*";
    } else if (Glob.consume_front("?")) {
      Text += "[^/]";
    } else {
      Text += Regex::escape(Glob.take_front());
      Glob = Glob.drop_front();
    }
  }
  return Text + "(/.*)?$";
}

PathGlobs::PathGlobs(StringRef Root, ArrayRef<std::string> Patterns)
    : Root(Root.rtrim('/').str() + "/") {
  for (const std::string &Pattern : Patterns)
    Globs.push_back({Pattern, Regex(regexOf(Pattern))});
}

const std::string *PathGlobs::match(StringRef File) const {
  if (Globs.empty())
    return nullptr;
  // The project may be reached through a link, or the file.
  std::string Real;
  if (!File.starts_with(Root)) {
    Real = realPath(File);
    File = Real;
    if (!File.consume_front(realPath(Root) + "/"))
      return nullptr;
  } else {
    File = File.drop_front(Root.size());
  }
  for (const PathGlob &Glob : Globs)
    if (Glob.Meaning.match(File))
      return &Glob.Text;
  return nullptr;
}

} // namespace corolint
