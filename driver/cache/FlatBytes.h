// Flat binary files: numbers in little-endian order, texts behind their length.

#ifndef COROLINT_DRIVER_CACHE_FLATBYTES_H
#define COROLINT_DRIVER_CACHE_FLATBYTES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Endian.h"
#include <string>

namespace corolint {

class FlatWriter {
public:
  std::string Bytes;

  void count(uint32_t N) {
    char Raw[4];
    llvm::support::endian::write32le(Raw, N);
    Bytes.append(Raw, sizeof Raw);
  }
  void number(uint64_t N) {
    char Raw[8];
    llvm::support::endian::write64le(Raw, N);
    Bytes.append(Raw, sizeof Raw);
  }
  void raw(llvm::StringRef Text) { Bytes += Text; }
  void text(llvm::StringRef Text) {
    count(Text.size());
    raw(Text);
  }
};

/// After the first thing that is not there, isGood() is false and all that is
/// read is 0 or empty. Texts refer to the bytes that are read.
class FlatReader {
public:
  explicit FlatReader(llvm::StringRef Bytes) : Rest(Bytes) {}

  uint32_t count() {
    llvm::StringRef Raw = raw(4);
    return Good ? llvm::support::endian::read32le(Raw.data()) : 0;
  }
  uint64_t number() {
    llvm::StringRef Raw = raw(8);
    return Good ? llvm::support::endian::read64le(Raw.data()) : 0;
  }
  llvm::StringRef text() { return raw(count()); }
  llvm::StringRef raw(size_t Size) {
    Good &= Size <= Rest.size();
    if (!Good)
      return llvm::StringRef();
    llvm::StringRef Raw = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Raw;
  }

  bool isGood() const { return Good; }
  bool isAtEnd() const { return Rest.empty(); }

private:
  llvm::StringRef Rest;
  bool Good = true;
};

} // namespace corolint

#endif
