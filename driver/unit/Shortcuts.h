// What may be left out of a parse because no check looks at it. Each has a
// switch, and the findings are the same with it and without.

#ifndef COROLINT_DRIVER_UNIT_SHORTCUTS_H
#define COROLINT_DRIVER_UNIT_SHORTCUTS_H

#include <string>

namespace corolint {

struct Shortcuts {
  /// The bodies of functions in foreign code, which no check reads, and their
  /// instantiations.
  bool SkipBodies = true;

  /// A file with the headers that come first, compiled; empty if there is none.
  std::string PrecompiledHeader;

  bool any() const { return SkipBodies || !PrecompiledHeader.empty(); }
  static Shortcuts none() { return {/*SkipBodies=*/false, ""}; }
};

} // namespace corolint

#endif
