#include "Requests.h"
#include "Complain.h"
#include "Paths.h"
#include "Spelling.h"
#include "WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace corolint::output {

static std::string unknownFormat(StringRef Name) {
  std::vector<StringRef> Names;
  for (const Format &Each : formats())
    Names.push_back(Each.Name);
  return ("'" + Name + "' is no format; there are " + join(Names, ", ") +
          didYouMean(Name, Names))
      .str();
}

/// Two reports in one place.
static std::string collision(const ReportRequest &One,
                             const ReportRequest &Other) {
  std::string Both =
      ("'" + One.As.Name + "' and '" + Other.As.Name + "' cannot both go to ")
          .str();
  if (One.File.empty() && Other.File.empty())
    return Both + "standard output; give one a file: " + Other.As.Name.str() +
           "=FILE";
  if (!One.File.empty() && !Other.File.empty() &&
      absolutePath(One.File) == absolutePath(Other.File))
    return Both + "'" + Other.File + "'";
  return "";
}

/// Adds it to \p Requests, or returns what is wrong with it.
static std::string read(StringRef Asked, std::vector<ReportRequest> &Requests) {
  StringRef Name = Asked.take_until([](char Each) { return Each == '='; });
  StringRef File = Asked.drop_front(Name.size());
  const Format *Known =
      find_if(formats(), [&](const Format &Each) { return Each.Name == Name; });
  if (Known == formats().end())
    return unknownFormat(Name);
  if (File.consume_front("=") && File.empty())
    return ("no file behind '" + Asked + "'").str();
  ReportRequest New{*Known, File.str()};
  for (const ReportRequest &Other : Requests)
    if (std::string Why = collision(Other, New); !Why.empty())
      return Why;
  if (std::string Why = unwritable(File); !Why.empty())
    return Why;
  Requests.push_back(std::move(New));
  return "";
}

std::optional<std::vector<ReportRequest>>
parseReports(ArrayRef<std::string> Asked) {
  std::vector<ReportRequest> Requests;
  for (const std::string &Each : Asked)
    if (std::string Why = read(Each, Requests); !Why.empty()) {
      complain("--report: " + Why);
      return std::nullopt;
    }
  if (Asked.empty())
    Requests.push_back({formats().front(), ""});
  return Requests;
}

bool fulfil(ArrayRef<ReportRequest> Requests, const Report &R) {
  bool Good = true;
  for (const ReportRequest &Each : Requests) {
    auto Write = [&](raw_ostream &Out) { Each.As.Write(R, Out); };
    if (Each.File.empty()) {
      Write(outs());
      Good &= finishOutput();
      continue;
    }
    std::string Why = writeWhole(Each.File, Write);
    if (Why.empty())
      continue;
    complain("cannot write '" + Each.File + "': " + Why);
    Good = false;
  }
  return Good;
}

} // namespace corolint::output
