#include "ChangedLines.h"
#include "JsonMistakes.h"
#include "Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace corolint {

//===--- A diff -----------------------------------------------------------===//

/// One line off the front of \p Text.
static StringRef takeLine(StringRef &Text) {
  auto [Line, Rest] = Text.split('\n');
  Text = Rest;
  return Line;
}

/// What git writes in quotes as C does, with bytes as octal numbers.
static std::string unquoted(StringRef Name) {
  if (!Name.consume_front("\""))
    return Name.str();
  Name.consume_back("\"");
  static constexpr StringLiteral Letters = "abtnvfr\"\\";
  static constexpr StringLiteral Meanings = "\a\b\t\n\v\f\r\"\\";
  std::string Plain;
  while (!Name.empty()) {
    char Next = Name.front();
    Name = Name.drop_front();
    unsigned Byte = 0;
    if (Next != '\\' || Name.empty()) {
      Plain += Next;
    } else if (size_t At = Letters.find(Name.front()); At != StringRef::npos) {
      Plain += Meanings[At];
      Name = Name.drop_front();
    } else if (!Name.take_front(3).getAsInteger(8, Byte)) {
      Plain += char(Byte);
      Name = Name.drop_front(3);
    }
  }
  return Plain;
}

/// The name behind "+++ ", empty if the file is gone.
static std::string nameOfNewFile(StringRef Written) {
  // A name with a blank is followed by a tab.
  Written.consume_back("\t");
  std::string Name = unquoted(Written);
  StringRef Plain = Name;
  return Plain.consume_front("b/") ? Plain.str() : "";
}

/// "12,3": the first line and how many; one if it does not say.
static bool readRange(StringRef Text, unsigned &First, unsigned &Count) {
  auto [Start, Length] = Text.split(',');
  Count = 1;
  return !Start.getAsInteger(10, First) &&
         (Length.empty() || !Length.getAsInteger(10, Count));
}

namespace {

struct Hunk {
  unsigned Removed = 0, First = 0, Added = 0;
};

} // namespace

/// Of "@@ -1,2 +3,4 @@ …".
static std::optional<Hunk> readHunk(StringRef Line) {
  Hunk Found;
  unsigned OldFirst;
  if (!Line.consume_front("@@ -"))
    return std::nullopt;
  auto [Old, Rest] = Line.split(" +");
  if (!readRange(Old, OldFirst, Found.Removed) ||
      !readRange(Rest.split(' ').first, Found.First, Found.Added))
    return std::nullopt;
  return Found;
}

std::vector<FileLines> linesOfDiff(StringRef Diff) {
  std::vector<FileLines> Files;
  std::string Name;
  while (!Diff.empty()) {
    StringRef Line = takeLine(Diff);
    if (Line.consume_front("+++ "))
      Name = nameOfNewFile(Line);
    std::optional<Hunk> Found = readHunk(Line);
    if (!Found)
      continue;
    // What follows is text of the files, whatever it looks like.
    for (unsigned I = 0; I < Found->Removed + Found->Added && !Diff.empty();
         ++I)
      // "\ No newline at end of file"
      while (takeLine(Diff).starts_with("\\") && !Diff.empty())
        ;
    if (Name.empty() || !Found->Added)
      continue;
    if (Files.empty() || Files.back().Name != Name)
      Files.push_back({Name, {}});
    Files.back().Ranges.push_back(
        {Found->First, Found->First + Found->Added - 1});
  }
  return Files;
}

//===--- A line filter of clang-tidy --------------------------------------===//

static std::optional<unsigned> lineNumber(const json::Value &Value) {
  std::optional<int64_t> Number = Value.getAsInteger();
  if (!Number || *Number < 0 || *Number > int64_t(UINT32_MAX))
    return std::nullopt;
  return unsigned(*Number);
}

static bool readRanges(const json::Value &Value, std::vector<LineRange> &Into) {
  const json::Array *Ranges = Value.getAsArray();
  if (!Ranges)
    return false;
  for (const json::Value &Each : *Ranges) {
    const json::Array *Ends = Each.getAsArray();
    if (!Ends || Ends->size() != 2)
      return false;
    auto First = lineNumber((*Ends)[0]), Last = lineNumber((*Ends)[1]);
    if (!First || !Last)
      return false;
    Into.push_back({*First, *Last});
  }
  return true;
}

/// What is wrong with \p Value, or nothing.
static std::string readFile(const json::Value &Value, FileLines &Into) {
  const json::Object *File = Value.getAsObject();
  if (!File)
    return "it is not an object";
  for (const auto &Member : *File) {
    StringRef Key = Member.first;
    if (Key != "name" && Key != "lines")
      return ("it has the key '" + Key + "'; expected name and lines").str();
  }
  std::optional<StringRef> Name = File->getString("name");
  if (!Name || Name->empty())
    return "it has no 'name'";
  Into.Name = Name->str();
  const json::Value *Lines = File->get("lines");
  if (Lines && !readRanges(*Lines, Into.Ranges))
    return "its 'lines' are not pairs of line numbers, such as [[1, 3], [5, "
           "7]]";
  return "";
}

std::optional<std::vector<FileLines>> linesOfJson(StringRef Json,
                                                  std::string &Mistake) {
  Expected<json::Value> Parsed = parseJson(Json);
  if (!Parsed) {
    Mistake = "it is not JSON: " + toString(Parsed.takeError());
    return std::nullopt;
  }
  const json::Array *All = Parsed->getAsArray();
  if (!All) {
    Mistake =
        R"(it is not a list, such as [{"name": "a.cpp", "lines": [[1, 3]]}])";
    return std::nullopt;
  }
  std::vector<FileLines> Files;
  for (auto [Index, Value] : enumerate(*All)) {
    Files.emplace_back();
    std::string Wrong = readFile(Value, Files.back());
    if (Wrong.empty())
      continue;
    Mistake = "of entry " + std::to_string(Index + 1) + ", " + Wrong;
    return std::nullopt;
  }
  return Files;
}

//===--- Findings ---------------------------------------------------------===//

std::vector<const FileLines *> ChangedLines::linesOf(StringRef File) {
  auto [It, IsNew] = Known.try_emplace(File);
  if (!IsNew)
    return It->second;
  std::string Name = How == Names::Whole ? realPath(File) : File.str();
  for (const FileLines &Each : Files)
    if (How == Names::Whole ? Name == Each.Name
                            : StringRef(Name).ends_with(Each.Name))
      It->second.push_back(&Each);
  return It->second;
}

bool ChangedLines::hasFile(StringRef File) { return !linesOf(File).empty(); }

bool ChangedLines::has(const RawPlace &Where, output::SourceTexts &Texts) {
  if (Where.At.File.empty())
    return false;
  for (const FileLines *Each : linesOf(Where.At.File)) {
    if (Each->Ranges.empty())
      return true;
    unsigned Line = Texts.place(Where.At.File, Where.At.Offset, 0).Start.Line;
    if (any_of(Each->Ranges, [&](const LineRange &Range) {
          return Range.first <= Line && Line <= Range.second;
        }))
      return true;
  }
  return false;
}

bool ChangedLines::isAbout(const RawFinding &Found,
                           output::SourceTexts &Texts) {
  return has(Found.Where, Texts) ||
         any_of(Found.Notes,
                [&](const RawNote &Note) { return has(Note.Where, Texts); });
}

} // namespace corolint
