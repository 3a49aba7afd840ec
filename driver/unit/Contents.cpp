#include "Contents.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"

using namespace llvm;

namespace corolint {

std::string contentDigest(StringRef Bytes) {
  auto Digest = BLAKE3::hash<DigestSize>(arrayRefFromStringRef(Bytes));
  return toStringRef(Digest).str();
}

std::string listingDigest(std::vector<std::string> Names) {
  sort(Names);
  std::string All;
  // No name has a NUL in it.
  for (const std::string &Name : Names)
    All.append(Name.c_str(), Name.size() + 1);
  return contentDigest(All);
}

} // namespace corolint
