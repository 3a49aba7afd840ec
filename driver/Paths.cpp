#include "Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace corolint {

std::string absolutePath(StringRef Path, StringRef Base) {
  SmallString<256> Absolute;
  if (sys::path::is_relative(Path))
    Absolute = Base;
  sys::path::append(Absolute, Path);
  // The base may itself be relative.
  sys::fs::make_absolute(Absolute);
  SmallString<256> Short(Absolute);
  sys::path::remove_dots(Short, /*remove_dot_dot=*/true);
  // Behind a linked folder, ".." leads elsewhere than the text says.
  bool SameFile = !sys::fs::exists(Absolute) ||
                  sys::fs::equivalent(Twine(Absolute), Twine(Short));
  return std::string(SameFile ? Short : Absolute);
}

std::string shownPath(StringRef Path) {
  SmallString<256> Current;
  if (sys::fs::current_path(Current))
    return Path.str();
  StringRef Rest = Path;
  if (Rest.consume_front(Current) && Rest.consume_front("/") && !Rest.empty())
    return Rest.str();
  return Path.str();
}

std::string realPath(StringRef Path) {
  SmallString<256> Real;
  if (sys::fs::real_path(Path, Real))
    return Path.str();
  return std::string(Real);
}

} // namespace corolint
