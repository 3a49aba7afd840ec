// Plain data as bytes: numbers as eight bytes, lowest first; texts and lists
// behind their length. Both directions walk the same description of a struct,
// so that they cannot differ.

#ifndef COROLINT_DRIVER_UNIT_BYTES_H
#define COROLINT_DRIVER_UNIT_BYTES_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Endian.h"
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace corolint {

class ByteWriter {
public:
  static constexpr bool IsReading = false;
  std::string Bytes;

  bool number(const uint64_t &N) {
    char Raw[8];
    llvm::support::endian::write64le(Raw, N);
    Bytes.append(Raw, sizeof Raw);
    return true;
  }
  bool text(const std::string &Text) {
    number(Text.size());
    Bytes += Text;
    return true;
  }
};

class ByteReader {
public:
  static constexpr bool IsReading = true;
  explicit ByteReader(llvm::StringRef Bytes) : Rest(Bytes) {}

  bool number(uint64_t &N) {
    if (Rest.size() < 8)
      return false;
    N = llvm::support::endian::read64le(Rest.data());
    Rest = Rest.drop_front(8);
    return true;
  }
  bool text(std::string &Text) {
    uint64_t Size;
    if (!number(Size) || Size > Rest.size())
      return false;
    Text = Rest.take_front(Size).str();
    Rest = Rest.drop_front(Size);
    return true;
  }
  bool isAtEnd() const { return Rest.empty(); }
  /// No list has more elements than there are bytes: a wrong length must not
  /// take all memory.
  size_t bytesLeft() const { return Rest.size(); }

private:
  llvm::StringRef Rest;
};

/// Walks through what a struct is made of. Of a struct T it asks
/// `fields(T &)` and `fields(const T &)`, a tuple of references.
template <typename IO> class ByteWalk {
public:
  explicit ByteWalk(IO &Through) : Through(Through) {}

  template <typename T>
  using Ref = std::conditional_t<IO::IsReading, T, const T> &;

  bool part(Ref<uint64_t> N) { return Through.number(N); }
  bool part(Ref<std::string> Text) { return Through.text(Text); }
  bool part(Ref<bool> B) {
    uint64_t N = B;
    bool Good = Through.number(N) && N <= 1;
    if constexpr (IO::IsReading)
      B = N;
    return Good;
  }
  template <typename A, typename B> bool part(const std::pair<A, B> &P) {
    return part(P.first) && part(P.second);
  }
  template <typename A, typename B> bool part(std::pair<A, B> &P) {
    return part(P.first) && part(P.second);
  }
  template <typename T> bool part(const std::vector<T> &List) {
    Through.number(List.size());
    for (const T &Each : List)
      part(Each);
    return true;
  }
  template <typename T> bool part(std::vector<T> &List) {
    uint64_t Size;
    if (!Through.number(Size) || Size > Through.bytesLeft())
      return false;
    for (; Size; --Size)
      if (!part(List.emplace_back()))
        return false;
    return true;
  }
  template <typename T> auto part(T &Struct) -> decltype(fields(Struct), true) {
    return std::apply([&](auto &...Each) { return (part(Each) && ...); },
                      fields(Struct));
  }

private:
  IO &Through;
};

/// \p Value as bytes, behind \p Magic.
template <typename T>
std::string bytesOf(const T &Value, llvm::StringRef Magic) {
  ByteWriter To;
  To.Bytes = Magic.str();
  ByteWalk<ByteWriter>(To).part(Value);
  return std::move(To.Bytes);
}

/// False if \p Bytes are not all of what bytesOf() gives.
template <typename T>
bool readBytes(llvm::StringRef Bytes, llvm::StringRef Magic, T &Into) {
  if (!Bytes.consume_front(Magic))
    return false;
  ByteReader From(Bytes);
  return ByteWalk<ByteReader>(From).part(Into) && From.isAtEnd();
}

/// For a struct S with these members, as ByteWalk asks for it.
#define COROLINT_FIELDS(S, ...)                                                \
  template <typename T,                                                        \
            std::enable_if_t<std::is_same_v<std::remove_const_t<T>, S>, int> = \
                0>                                                             \
  auto fields(T &Of) {                                                         \
    return std::apply([&](auto... Member) { return std::tie(Of.*Member...); }, \
                      std::make_tuple(__VA_ARGS__));                           \
  }

} // namespace corolint

#endif
