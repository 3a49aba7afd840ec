// What decides on the result of a unit beside the files it reads: the tool, the
// command, the checks with their options. Equal keys, equal results for equal
// files.

#ifndef COROLINT_DRIVER_CACHE_UNITKEYS_H
#define COROLINT_DRIVER_CACHE_UNITKEYS_H

#include "FilesNow.h"
#include "PortableNames.h"
#include "Unit.h"
#include "llvm/Support/BLAKE3.h"

namespace corolint {

class UnitKeys {
public:
  UnitKeys(TidyConfig &Config, FilesNow &Now, const PortableNames &Names);

  /// The key of \p U, in hexadecimal digits; empty if it has none, since a file
  /// that it depends on cannot be read.
  std::string keyOf(const Unit &U);

private:
  class Hash;

  bool addTool(Hash &To);
  bool addOptions(const clang::tidy::ClangTidyOptions &Options, Hash &To);

  TidyConfig &Config;
  FilesNow &Now;
  const PortableNames &Names;
  llvm::BLAKE3 Tool;
  bool KnowsTool;
};

} // namespace corolint

#endif
