#include "PortableResult.h"
#include "llvm/ADT/STLFunctionalExtras.h"

using namespace llvm;

namespace corolint {

namespace {

/// Calls \p See with each text that may name a file.
class Texts {
public:
  explicit Texts(function_ref<void(std::string &)> See) : See(See) {}

  void walk(UnitResult &Result) {
    for (auto *List : {&Result.Complaints, &Result.ConfigMistakes})
      for (std::string &Line : *List)
        See(Line);
    for (RawFinding &Finding : Result.Findings)
      walk(Finding);
    for (NamedContent &File : Result.Files.Read)
      See(File.Name);
  }

private:
  void walk(RawFinding &Finding) {
    See(Finding.Message);
    walk(Finding.Where);
    for (RawNote &Note : Finding.Notes) {
      See(Note.Text);
      walk(Note.Where);
    }
    for (RawEdit &Edit : Finding.Fix) {
      See(Edit.At.File);
      See(Edit.Text);
    }
  }
  void walk(RawPlace &Place) {
    See(Place.At.File);
    for (RawSpot &Spot : Place.Spellings)
      See(Spot.File);
  }

  function_ref<void(std::string &)> See;
};

} // namespace

std::string toPortableBytes(UnitResult Result, const PortableNames &Names) {
  LookedUp Own;
  for (const NamedContent &File : Result.Files.Read)
    if (Names.encode(File.Name) != File.Name)
      Own.Read.push_back({File.Name, ""});
  Result.Files = std::move(Own);
  Result.Costs = UnitCosts();
  auto Encode = [&](std::string &Text) { Text = Names.encode(Text); };
  Texts(Encode).walk(Result);
  return toBytes(Result);
}

std::optional<UnitResult> fromPortableBytes(StringRef Bytes,
                                            const PortableNames &Names) {
  std::optional<UnitResult> Result = fromBytes(Bytes);
  if (!Result)
    return std::nullopt;
  bool Good = true;
  auto Decode = [&](std::string &Text) {
    auto Plain = Names.decode(Text);
    Good &= Plain.has_value();
    Text = Plain.value_or("");
  };
  Texts(Decode).walk(*Result);
  return Good ? std::move(Result) : std::nullopt;
}

} // namespace corolint
