#include "Formats.h"

using namespace llvm;

namespace corolint::output {

ArrayRef<Format> formats() {
  static constexpr Format All[] = {
      {"text", writeText},          {"sarif", writeSarif},
      {"sarif-all", writeSarifAll}, {"github", writeGitHub},
      {"gitlab", writeGitLab},      {"junit", writeJUnit},
      {"rdjsonl", writeRdjsonl},    {"json", writeJson},
      {"html", writeHtml},
  };
  return All;
}

} // namespace corolint::output
