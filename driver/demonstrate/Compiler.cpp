#include "Compiler.h"
#include "Bench.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace corolint {

namespace {

/// As make takes $CXX: "ccache g++". A file may have blanks in its name.
std::vector<std::string> wordsOf(StringRef Command) {
  if (sys::fs::exists(Command))
    return {Command.str()};
  SmallVector<StringRef, 4> Words;
  SplitString(Command, Words);
  return {Words.begin(), Words.end()};
}

/// Why it does not compile C++20; nothing if it does.
std::string whyNot(std::vector<std::string> Words, Bench &On) {
  Words.insert(Words.end(),
               {"-std=c++20", "-fsyntax-only", On.file("probe.cpp")});
  const OutsideAnswer Answer = On.run(Words);
  const bool IsGood =
      Answer.How == OutsideAnswer::End::Exited && Answer.Number == 0;
  return IsGood ? "" : howItFailed(Answer);
}

} // namespace

std::optional<std::vector<std::string>> findCompiler(StringRef Named,
                                                     Bench &On) {
  if (!On.write("probe.cpp", "#include <coroutine>\n"
                             "std::coroutine_handle<> Handle;\n"))
    return std::nullopt;
  std::string Source = "--compiler";
  std::string Asked = Named.str();
  if (Asked.empty()) {
    Source = "$CXX";
    Asked = sys::Process::GetEnv("CXX").value_or("");
  }
  if (!StringRef(Asked).trim().empty()) {
    std::vector<std::string> Words = wordsOf(Asked);
    const std::string Why = whyNot(Words, On);
    if (Why.empty())
      return Words;
    On.fails("'" + Asked + "' of " + Source + " is no compiler of C++20: it " +
             Why);
    return std::nullopt;
  }
  const std::string Usual[] = {"c++", "clang++", "g++",
                               "clang++-" + std::to_string(LLVM_VERSION_MAJOR)};
  for (const std::string &Each : Usual) {
    if (whyNot({Each}, On).empty())
      return std::vector<std::string>{Each};
    if (On.isInterrupted())
      return std::nullopt;
  }
  On.fails("none of " + join(ArrayRef(Usual), ", ") +
           " compiles C++20; install g++ 12 or newer, or name a compiler with "
           "--compiler");
  return std::nullopt;
}

} // namespace corolint
