// The formats of reports, one source file each.

#ifndef COROLINT_DRIVER_OUTPUT_FORMATS_H
#define COROLINT_DRIVER_OUTPUT_FORMATS_H

#include "Report.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace corolint::output {

void writeText(const Report &R, llvm::raw_ostream &Out);
void writeSarif(const Report &R, llvm::raw_ostream &Out);
void writeSarifAll(const Report &R, llvm::raw_ostream &Out);
void writeGitHub(const Report &R, llvm::raw_ostream &Out);
void writeGitLab(const Report &R, llvm::raw_ostream &Out);
void writeJUnit(const Report &R, llvm::raw_ostream &Out);
void writeRdjsonl(const Report &R, llvm::raw_ostream &Out);
void writeHtml(const Report &R, llvm::raw_ostream &Out);
void writeJson(const Report &R, llvm::raw_ostream &Out);

struct Format {
  llvm::StringRef Name;
  void (*Write)(const Report &, llvm::raw_ostream &);
};

/// In the order in which --help names them.
llvm::ArrayRef<Format> formats();

} // namespace corolint::output

#endif
