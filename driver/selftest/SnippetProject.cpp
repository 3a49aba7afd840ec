#include "SnippetProject.h"
#include "BadSnippet.h"
#include "Json.h"
#include "Paths.h"
#include "WholeFile.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace corolint {

static std::string write(const std::string &File, StringRef Text) {
  std::string Why =
      output::writeWhole(File, [&](raw_ostream &Out) { Out << Text; });
  return Why.empty() ? "" : "cannot write '" + File + "': " + Why;
}

/// With absolute names, as CMake writes them: filters compare those.
static std::string databaseOf(const SnippetProject &Project) {
  std::string File = output::utf8(Project.file());
  json::Value Database = json::Array{json::Object{
      {"directory", output::utf8(Project.folder())},
      {"file", File},
      {"arguments", json::Array{"c++", "-std=c++20", "-c", File}}}};
  std::string Text;
  raw_string_ostream(Text) << Database;
  return Text;
}

std::string SnippetProject::make(ArrayRef<std::string> TidyFiles) {
  if (std::error_code Problem = Root.make())
    return "cannot make a temporary folder: " + Problem.message();
  Folder = absolutePath(Root.file("."));
  std::string Why =
      write(Folder + "/.clang-tidy", "InheritParentConfig: false\n");
  for (const std::string &Text : TidyFiles) {
    Folder += "/project";
    if (std::error_code Problem = sys::fs::create_directory(Folder))
      return "cannot make '" + Folder + "': " + Problem.message();
    if (Why.empty())
      Why = write(Folder + "/.clang-tidy", Text);
  }
  if (Why.empty())
    Why = write(file(), BadSnippet);
  if (Why.empty())
    Why = write(Folder + "/compile_commands.json", databaseOf(*this));
  return Why;
}

} // namespace corolint
