#include "NamesAsBytes.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/JSON.h"

using namespace llvm;
using namespace clang::tooling;

namespace corolint {

/// The byte 0x80 + N is written as this character + N: of the last private use
/// area, which no name has a reason to use.
static constexpr uint32_t First = 0x10FF00;

/// How the last characters of Unicode begin.
static constexpr StringLiteral Lead = "\xF4\x8F";

std::string asUtf8(StringRef Text) {
  if (json::isUTF8(Text))
    return Text.str();
  std::string Encoded;
  while (!Text.empty()) {
    const auto *Start = reinterpret_cast<const UTF8 *>(Text.begin());
    const auto *End = reinterpret_cast<const UTF8 *>(Text.end());
    unsigned Size = getNumBytesForUTF8(*Start);
    if (Size <= Text.size() && isLegalUTF8Sequence(Start, End)) {
      Encoded += Text.take_front(Size);
      Text = Text.drop_front(Size);
      continue;
    }
    char Buffer[UNI_MAX_UTF8_BYTES_PER_CODE_POINT];
    char *Behind = Buffer;
    ConvertCodePointToUTF8(First + *Start - 0x80, Behind);
    Encoded.append(Buffer, Behind);
    Text = Text.drop_front();
  }
  return Encoded;
}

static std::string asBytes(StringRef Text) {
  std::string Bytes;
  for (size_t At = Text.find(Lead); At != StringRef::npos;
       At = Text.find(Lead)) {
    Bytes += Text.take_front(At);
    Text = Text.drop_front(At);
    const auto *Source = reinterpret_cast<const UTF8 *>(Text.begin());
    UTF32 Character = 0;
    if (convertUTF8Sequence(&Source, reinterpret_cast<const UTF8 *>(Text.end()),
                            &Character, strictConversion) != conversionOK)
      break;
    if (Character >= First && Character < First + 0x80)
      Bytes += char(Character - First + 0x80);
    else
      Bytes += Text.take_front(4);
    Text = Text.drop_front(4);
  }
  return Bytes + Text.str();
}

namespace {

class NamesAsBytes : public CompilationDatabase {
public:
  explicit NamesAsBytes(std::unique_ptr<CompilationDatabase> Inner)
      : Inner(std::move(Inner)) {}

  std::vector<CompileCommand>
  getCompileCommands(StringRef File) const override {
    return decoded(Inner->getCompileCommands(asUtf8(File)));
  }
  std::vector<std::string> getAllFiles() const override {
    std::vector<std::string> Files = Inner->getAllFiles();
    for (std::string &File : Files)
      File = asBytes(File);
    return Files;
  }
  std::vector<CompileCommand> getAllCompileCommands() const override {
    return decoded(Inner->getAllCompileCommands());
  }

private:
  static std::vector<CompileCommand>
  decoded(std::vector<CompileCommand> Commands) {
    for (CompileCommand &Each : Commands) {
      Each.Directory = asBytes(Each.Directory);
      Each.Filename = asBytes(Each.Filename);
      for (std::string &Argument : Each.CommandLine)
        Argument = asBytes(Argument);
    }
    return Commands;
  }

  std::unique_ptr<CompilationDatabase> Inner;
};

} // namespace

std::unique_ptr<CompilationDatabase>
withBytes(std::unique_ptr<CompilationDatabase> Inner) {
  return std::make_unique<NamesAsBytes>(std::move(Inner));
}

} // namespace corolint
