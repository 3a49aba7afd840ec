// The bytes of a UnitResult: numbers as eight bytes, lowest first; texts and
// lists behind their length. Both directions walk the same description, so that
// they cannot differ.

#include "UnitResult.h"
#include "llvm/Support/Endian.h"

using namespace llvm;

namespace corolint {

namespace {

/// Changes when the description below does.
constexpr StringLiteral Magic = "corolint unit 1\n";

class Writer {
public:
  static constexpr bool IsReading = false;
  std::string Bytes;

  bool number(const uint64_t &N) {
    char Raw[8];
    support::endian::write64le(Raw, N);
    Bytes.append(Raw, sizeof Raw);
    return true;
  }
  bool text(const std::string &Text) {
    number(Text.size());
    Bytes += Text;
    return true;
  }
};

class Reader {
public:
  static constexpr bool IsReading = true;
  explicit Reader(StringRef Bytes) : Rest(Bytes) {}

  bool number(uint64_t &N) {
    if (Rest.size() < 8)
      return false;
    N = support::endian::read64le(Rest.data());
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
  StringRef Rest;
};

template <typename IO> class Walk {
public:
  explicit Walk(IO &Through) : Through(Through) {}

  template <typename... Parts> bool all(Parts &...Each) {
    return (part(Each) && ...);
  }

private:
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
  bool part(Ref<RawSpot> S) { return all(S.File, S.Offset); }
  bool part(Ref<RawPlace> P) {
    return all(P.At, P.Length, P.IsInMainFile, P.IsInSystemHeader, P.Spellings);
  }
  bool part(Ref<RawNote> N) { return all(N.Text, N.Where); }
  bool part(Ref<RawEdit> E) { return all(E.At, E.Length, E.Text); }
  bool part(Ref<RawFinding> F) {
    return all(F.Check, F.IsError, F.Message, F.Where, F.Notes, F.Fix);
  }
  bool part(Ref<LookedUp> L) { return all(L.Read, L.Missing); }
  bool part(Ref<std::pair<std::string, uint64_t>> P) {
    return all(P.first, P.second);
  }
  bool part(Ref<UnitCosts> C) {
    return all(C.Phases, C.PeakBytes, C.FellBack, C.SkippedBodies);
  }

  template <typename T> bool part(const std::vector<T> &List) {
    uint64_t Size = List.size();
    Through.number(Size);
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

  IO &Through;
};

template <typename IO, typename Result> bool walk(IO &Through, Result &R) {
  return Walk<IO>(Through).all(R.IsAnalysed, R.Complaints, R.ConfigMistakes,
                               R.Findings, R.Files, R.Costs);
}

} // namespace

std::string toBytes(const UnitResult &Result) {
  Writer To;
  To.Bytes = Magic.str();
  walk(To, Result);
  return std::move(To.Bytes);
}

std::optional<UnitResult> fromBytes(StringRef Bytes) {
  if (!Bytes.consume_front(Magic))
    return std::nullopt;
  Reader From(Bytes);
  UnitResult Result;
  if (!walk(From, Result) || !From.isAtEnd())
    return std::nullopt;
  return Result;
}

} // namespace corolint
