#include "CompileDatabase.h"
#include "Complain.h"
#include "DatabaseShape.h"
#include "NamesAsBytes.h"
#include "OrdinaryFiles.h"
#include "Paths.h"
#include "ResponseFiles.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;
using namespace clang::tooling;

namespace corolint {

static constexpr char FileName[] = "compile_commands.json";

/// Looks in \p Folder and all above, and in 'build' of each.
static std::string searchUpwards(StringRef Folder) {
  for (; !Folder.empty(); Folder = sys::path::parent_path(Folder))
    for (StringRef Sub : {"", "build"}) {
      SmallString<256> Candidate(Folder);
      sys::path::append(Candidate, Sub, FileName);
      if (sys::fs::exists(Candidate) && !mayNeverEnd(Candidate))
        return std::string(Candidate);
    }
  return "";
}

/// The path of the database, or nothing after a complaint.
static std::string locate(const Options &Asked) {
  if (!Asked.BuildPath.empty()) {
    SmallString<256> Path(Asked.BuildPath);
    bool IsFolder = sys::fs::is_directory(Path);
    if (IsFolder)
      sys::path::append(Path, FileName);
    if (IsFolder && mayNeverEnd(Path)) {
      complain("'" + Path + "' is no file");
      return "";
    }
    if (sys::fs::exists(Path))
      return std::string(Path);
    complain("'" + Path + "' does not exist; -p names the folder of a " +
             FileName);
    return "";
  }
  std::string Found;
  if (!Asked.Files.empty())
    Found = searchUpwards(
        sys::path::parent_path(absolutePath(Asked.Files.front())));
  if (Found.empty())
    Found = searchUpwards(absolutePath("."));
  if (Found.empty())
    complain(Twine("no ") + FileName + " found" +
             (Asked.Files.empty() ? "" : " for '" + Asked.Files.front() + "'") +
             "; pass -p <build folder>, or files and their flags after --");
  return Found;
}

static std::unique_ptr<CompilationDatabase> readJson(StringRef Path) {
  auto Text = MemoryBuffer::getFile(Path);
  if (!Text) {
    complain("cannot read '" + shownPath(Path) +
             "': " + Text.getError().message());
    return nullptr;
  }
  bool IsUtf8 = json::isUTF8((*Text)->getBuffer());
  std::string Encoded;
  StringRef Json = (*Text)->getBuffer();
  if (!IsUtf8)
    Json = Encoded = asUtf8(Json);
  std::string Mistake = databaseMistake(MemoryBufferRef(Json, Path));
  if (!Mistake.empty()) {
    complainAt(Mistake);
    return nullptr;
  }
  std::string Error;
  std::unique_ptr<CompilationDatabase> Read =
      JSONCompilationDatabase::loadFromBuffer(
          Json, Error, JSONCommandLineSyntax::AutoDetect);
  if (!Read)
    complain("'" + shownPath(Path) + "': " + StringRef(Error).rtrim());
  if (Read && !IsUtf8)
    Read = withBytes(std::move(Read));
  return Read;
}

CompileDatabase::CompileDatabase(std::unique_ptr<CompilationDatabase> Plain,
                                 std::string Name, std::string Path)
    : Commands(inferTargetAndDriverMode(withResponseFiles(std::move(Plain)))),
      Name(std::move(Name)), Path(std::move(Path)) {}

std::unique_ptr<CompileDatabase> CompileDatabase::load(const Options &Asked) {
  std::unique_ptr<CompilationDatabase> Plain;
  std::string Name = "the command line", Path;
  if (Asked.Flags) {
    // Coroutines need it; a later -std overrides.
    std::vector<std::string> Flags = {"-std=c++20"};
    Flags.insert(Flags.end(), Asked.Flags->begin(), Asked.Flags->end());
    Plain =
        std::make_unique<FixedCompilationDatabase>(absolutePath("."), Flags);
  } else {
    Path = locate(Asked);
    if (Path.empty() || !(Plain = readJson(Path)))
      return nullptr;
    Name = shownPath(Path);
  }
  return std::unique_ptr<CompileDatabase>(
      new CompileDatabase(std::move(Plain), std::move(Name), std::move(Path)));
}

/// No coroutine can be in a C or assembler file, which large databases have
/// many of; a file of unknown kind is looked at.
static bool mayBeCxx(const CompileCommand &Command) {
  using namespace clang::driver;
  StringRef Extension = sys::path::extension(Command.Filename);
  types::ID Kind = Extension.empty()
                       ? types::TY_INVALID
                       : types::lookupTypeForExtension(Extension.drop_front());
  ArrayRef<std::string> Line = Command.CommandLine;
  for (size_t I = 0; I < Line.size(); ++I) {
    StringRef Arg = Line[I];
    // g++ and clang++ take C files for C++.
    if (Arg == "/TP" || Arg == "-TP" || Arg == "--driver-mode=g++")
      Kind = Kind == types::TY_C ? types::TY_CXX : Kind;
    if (Arg == "-x" && I + 1 < Line.size())
      Kind = types::lookupTypeForTypeSpecifier(Line[++I].c_str());
    else if (Arg.consume_front("-x") && !Arg.empty())
      Kind = types::lookupTypeForTypeSpecifier(Arg.str().c_str());
  }
  if (Kind == types::TY_INVALID || Kind == types::TY_Object)
    return true;
  return types::isCXX(Kind) && !types::isCuda(Kind) && !types::isHIP(Kind);
}

std::vector<std::string> CompileDatabase::files() const {
  std::map<std::string, std::string> Shortest; // by the file itself
  for (const std::string &Named : Commands->getAllFiles()) {
    std::string File = absolutePath(Named);
    if (none_of(Commands->getCompileCommands(Named), mayBeCxx))
      continue;
    std::string &Kept = Shortest[realPath(File)];
    if (Kept.empty() || File.size() < Kept.size())
      Kept = File;
  }
  std::vector<std::string> Files;
  for (auto &[Real, File] : Shortest)
    Files.push_back(File);
  sort(Files);
  return Files;
}

bool CompileDatabase::isEmpty() const {
  return Commands->getAllFiles().empty();
}

static bool isHeader(StringRef File) {
  using namespace clang::driver;
  StringRef Extension = sys::path::extension(File);
  return !Extension.empty() &&
         types::onlyPrecompileType(
             types::lookupTypeForExtension(Extension.drop_front()));
}

std::vector<CompileCommand> CompileDatabase::commands(StringRef File) {
  std::vector<CompileCommand> Known = Commands->getCompileCommands(File);
  if (!Known.empty() || Path.empty() || !isHeader(File))
    return Known;
  if (!Guessing)
    if (std::unique_ptr<CompilationDatabase> Again = readJson(Path))
      Guessing = inferTargetAndDriverMode(inferMissingCompileCommands(
          expandResponseFiles(std::move(Again), vfs::getRealFileSystem())));
  return Guessing ? Guessing->getCompileCommands(File) : Known;
}

} // namespace corolint
