#include "ProjectReader.h"
#include "CheckNames.h"
#include "Complain.h"
#include "Paths.h"
#include "Spelling.h"
#include "rules/Rule.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace corolint {

ProjectReader::ProjectReader(MemoryBufferRef Text)
    : Text(Text), Yaml(Text, Sources, /*ShowColors=*/false) {
  Sources.setDiagHandler(hear, this);
}

void ProjectReader::hear(const SMDiagnostic &Diag, void *Self) {
  auto *Reader = static_cast<ProjectReader *>(Self);
  // The first is the cause.
  if (std::exchange(Reader->IsBroken, true))
    return;
  Reader->IsGood = false;
  const char *Where = Diag.getLoc().getPointer();
  const char *Start = Reader->Text.getBufferStart();
  complainAt(
      errorAt(Reader->Text, Where ? Where - Start : 0, Diag.getMessage()));
}

void ProjectReader::complainAtNode(Node *At, const Twine &What) {
  IsGood = false;
  const char *Where = At ? At->getSourceRange().Start.getPointer() : nullptr;
  complainAt(errorAt(Text, Where ? Where - Text.getBufferStart() : 0, What));
}

std::optional<std::string> ProjectReader::text(Node *N, const Twine &Key) {
  SmallString<64> Buffer;
  if (auto *Scalar = dyn_cast_or_null<yaml::ScalarNode>(N))
    return Scalar->getValue(Buffer).str();
  if (auto *Block = dyn_cast_or_null<yaml::BlockScalarNode>(N))
    return Block->getValue().rtrim().str();
  if (!Yaml.failed())
    complainAtNode(N, "'" + Key + "' is not a text");
  return std::nullopt;
}

std::optional<std::string> ProjectReader::word(Node *N, StringRef Key,
                                               ArrayRef<StringLiteral> Words) {
  auto Value = text(N, Key);
  if (!Value || is_contained(Words, *Value))
    return Value;
  std::string Allowed = join(Words.drop_back(), ", ");
  complainAtNode(N, "'" + Key + "' is '" + *Value + "'; expected " + Allowed +
                        " or " + Words.back());
  return std::nullopt;
}

std::optional<unsigned> ProjectReader::number(Node *N, StringRef Key) {
  auto Value = text(N, Key);
  unsigned Number = 0;
  if (!Value || (!StringRef(*Value).getAsInteger(10, Number) && Number))
    return Value ? std::optional(Number) : std::nullopt;
  complainAtNode(N, "'" + Key + "' is '" + *Value +
                        "'; expected a number from 1 on");
  return std::nullopt;
}

std::optional<std::string> ProjectReader::path(Node *N, StringRef Key) {
  auto Value = text(N, Key);
  if (Value && Value->empty()) {
    complainAtNode(N, "'" + Key + "' names no file");
    return std::nullopt;
  }
  return Value ? std::optional(
                     absolutePath(*Value, sys::path::parent_path(File.Path)))
               : std::nullopt;
}

void ProjectReader::texts(Node *N, StringRef Key,
                          function_ref<void(Node *, std::string)> See) {
  auto *Items = dyn_cast_or_null<yaml::SequenceNode>(N);
  if (!Items) {
    if (!Yaml.failed())
      complainAtNode(N, "'" + Key + "' is not a list");
    return;
  }
  for (Node &Item : *Items)
    if (auto Value = text(&Item, "an entry of " + Key))
      See(&Item, *Value);
}

void ProjectReader::mapping(
    Node *N, const Twine &What,
    function_ref<void(Node *, std::string, Node *)> See) {
  auto *Pairs = dyn_cast_or_null<yaml::MappingNode>(N);
  if (!Pairs) {
    if (!Yaml.failed())
      complainAtNode(N, What + " is not a mapping of keys to values");
    return;
  }
  StringSet<> Seen;
  for (yaml::KeyValueNode &Pair : *Pairs) {
    Node *KeyNode = Pair.getKey();
    auto Key = text(KeyNode, "a key");
    Node *Value = Key ? Pair.getValue() : nullptr;
    if (!Value || Yaml.failed())
      return;
    if (!Seen.insert(*Key).second)
      complainAtNode(KeyNode, "key '" + *Key + "' is given twice");
    else if (isa<yaml::NullNode>(Value))
      complainAtNode(KeyNode, "'" + *Key + "' has no value");
    else
      See(KeyNode, *Key, Value);
    // Of a value that was not looked at: the parser has to come behind it.
    Value->skip();
  }
}

void ProjectReader::readChecks(Node *N) {
  texts(N, "checks", [&](Node *At, std::string Glob) {
    std::string Unknown = unknownCheck(Glob);
    if (!Unknown.empty())
      return complainAtNode(At, Unknown);
    if (Glob.find_first_of(",\n") != std::string::npos)
      return complainAtNode(At, "'" + Glob + "' is more than one glob");
    File.CheckList += (File.CheckList.empty() ? "" : ",") + Glob;
  });
}

/// "'coro-x' is no check; did you mean …?", or nothing if it is one.
static std::string noCheck(StringRef Name) {
  std::vector<StringRef> Names;
  for (const Rule *R : allRules())
    Names.push_back(R->Info.Name);
  if (is_contained(Names, Name))
    return "";
  return ("'" + Name + "' is no check" + didYouMean(Name, Names)).str();
}

void ProjectReader::readSeverities(Node *N) {
  mapping(N, "'severities'", [&](Node *At, std::string Check, Node *Value) {
    if (std::string Mistake = noCheck(Check); !Mistake.empty())
      return complainAtNode(At, Mistake);
    if (auto Severity = word(Value, Check, severityWords()))
      File.Severities[Check] = *Severity;
  });
}

void ProjectReader::readOption(StringRef Check, Node *At, StringRef Name,
                               Node *Value) {
  std::string Key = (Check + "." + Name).str();
  if (std::string Unknown = unknownCheckOption(Key); !Unknown.empty())
    return complainAtNode(At, Unknown);
  auto IsGoodValue = [&](Node *Where, StringRef Given) {
    std::string Wrong = wrongOptionValue(Key, Given);
    if (!Wrong.empty())
      complainAtNode(Where, Wrong);
    return Wrong.empty();
  };
  std::vector<std::string> Given;
  if (isa<yaml::SequenceNode>(Value))
    texts(Value, Key, [&](Node *Where, std::string Entry) {
      if (IsGoodValue(Where, Entry))
        Given.push_back(std::move(Entry));
    });
  else if (auto Text = text(Value, Key); Text && IsGoodValue(Value, *Text))
    Given.push_back(*Text);
  File.CheckOptions[Key] = join(Given, ";");
}

void ProjectReader::readOptions(Node *N) {
  mapping(N, "'options'", [&](Node *At, std::string Check, Node *Value) {
    if (std::string Mistake = noCheck(Check); !Mistake.empty())
      return complainAtNode(At, Mistake);
    mapping(Value, "'" + Check + "'",
            [&](Node *NameAt, std::string Name, Node *Given) {
              readOption(Check, NameAt, Name, Given);
            });
  });
}

void ProjectReader::readHeaderFilter(Node *N) {
  auto Value = text(N, "header-filter");
  std::string Why;
  if (Value && !Regex(*Value).isValid(Why))
    return complainAtNode(N, "'" + *Value +
                                 "' is not a regular expression: " + Why);
  File.HeaderFilter = Value;
}

void ProjectReader::readKey(Node *At, StringRef Key, Node *Value) {
  auto Into = [](std::vector<std::string> &List) {
    return [&](Node *, std::string Each) { List.push_back(std::move(Each)); };
  };
  if (Key == "checks")
    return readChecks(Value);
  if (Key == "severities")
    return readSeverities(Value);
  if (Key == "options")
    return readOptions(Value);
  if (Key == "knowledge")
    return texts(Value, Key, [&](Node *, std::string Each) {
      File.Knowledge.push_back(
          absolutePath(Each, sys::path::parent_path(File.Path)));
    });
  if (Key == "exclude")
    return texts(Value, Key, Into(File.Exclude));
  if (Key == "header-filter")
    return readHeaderFilter(Value);
  if (Key == "extra-args")
    return texts(Value, Key, Into(File.ExtraArgs));
  if (Key == "jobs")
    File.Jobs = number(Value, Key);
  else if (Key == "timeout")
    File.TimeoutSeconds = number(Value, Key);
  else if (Key == "max-memory")
    File.MaxMemoryMB = number(Value, Key);
  else if (Key == "fail-on")
    File.Threshold = word(Value, Key, failOnWords());
  else if (Key == "baseline")
    File.Baseline = path(Value, Key).value_or("");
  else {
    std::vector<StringRef> Names;
    for (const ProjectKey &Known : projectKeys())
      Names.push_back(Known.Name);
    std::string Hint = didYouMean(Key, Names);
    complainAtNode(
        At,
        "unknown key '" + Key + "'" +
            (Hint.empty() ? "; expected one of " + join(Names, ", ") : Hint));
  }
}

std::optional<ProjectFile> ProjectReader::read() {
  File.Path = Text.getBufferIdentifier().str();
  auto Document = Yaml.begin();
  Node *Root = Document == Yaml.end() ? nullptr : Document->getRoot();
  if (Root && !isa<yaml::NullNode>(Root)) {
    mapping(Root, "a project file",
            [&](Node *At, std::string Key, Node *N) { readKey(At, Key, N); });
    if (!Yaml.failed() && ++Document != Yaml.end())
      complainAtNode(Document->getRoot(),
                     "a project file is one document; a second begins here");
  }
  if (Yaml.failed() || !IsGood)
    return std::nullopt;
  return std::move(File);
}

std::optional<ProjectFile> parseProjectFile(MemoryBufferRef Text) {
  return ProjectReader(Text).read();
}

} // namespace corolint
