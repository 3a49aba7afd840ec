#include "ExampleTrial.h"
#include "Bench.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace corolint {

namespace {

using Sightings = std::optional<std::vector<Sighting>>;

bool endedWith(const OutsideAnswer &Answer, int Code) {
  return Answer.How == OutsideAnswer::End::Exited && Answer.Number == Code;
}

class Trial {
public:
  Trial(const PageExample &Example, const Toolchain &Tools, Bench &On)
      : Example(Example), Tools(Tools), On(On), Stem(Example.kind().str()),
        Source(On.file(Stem + ".cpp")), Program(On.file(Stem)) {}

  std::string sourceName() const { return Stem + ".cpp"; }

  /// Its folder has no configuration but the one that says nothing.
  bool writeSource() {
    return On.write(sourceName(), Example.Code) &&
           On.write(".clang-tidy", "InheritParentConfig: false\n") &&
           On.write(".corolint.yaml", "");
  }

  Sightings analyse() {
    const std::string Report = On.file(Stem + ".check.json");
    const OutsideAnswer Answer =
        On.run({sys::fs::getMainExecutable(nullptr, nullptr), "--checks=coro-*",
                "--config=" + On.file(".corolint.yaml"), "--no-cache",
                "--quiet", "--report=json=" + Report, Source, "--",
                "-std=c++20", "-I", Tools.Runtime.Headers});
    if (endedWith(Answer, 0) || endedWith(Answer, 1))
      return read(Report);
    On.fails("corolint cannot analyse " + name() + ": it " +
             howItFailed(Answer));
    return std::nullopt;
  }

  bool build() {
    std::vector<std::string> Words = Tools.Compiler;
    // As the library itself is built, so that it finds lines and callers. Where
    // g++ needs an alignment for that, Clang has it anyway.
    Words.insert(Words.end(),
                 {"-std=c++20", "-w", "-g", "-fno-omit-frame-pointer",
                  "-falign-functions=16", "-DCOROLINT_CHECKED=1", "-I",
                  Tools.Runtime.Headers, Source, "-o", Program,
                  Tools.Runtime.Library, "-lbacktrace", "-ldl", "-pthread"});
    const OutsideAnswer Answer = On.run(Words);
    if (endedWith(Answer, 0) && !sys::fs::can_execute(Program))
      return On.fails("'" + Words.front() + "' builds no program of " + name());
    return endedWith(Answer, 0) ||
           On.fails("'" + Words.front() + "' cannot build " + name() + ": it " +
                    howItFailed(Answer));
  }

  Sightings run() {
    const std::string Report = On.file(Stem + ".run.json");
    const OutsideAnswer Answer = On.run(
        {Program}, {"COROLINT_CHECKED=on", "COROLINT_REPORT=json=" + Report});
    if (!endedWith(Answer, 0)) {
      On.fails(name() + " " + howItFailed(Answer));
      return std::nullopt;
    }
    // A run that sees nothing writes nothing.
    if (!sys::fs::exists(Report))
      return std::vector<Sighting>();
    return read(Report);
  }

private:
  std::string name() const { return "the " + Stem + " example"; }

  Sightings read(const std::string &Report) {
    auto Text = MemoryBuffer::getFile(Report);
    Sightings Read = Text ? sightingsOf((*Text)->getBuffer()) : std::nullopt;
    if (!Read)
      On.fails("'" + Report + "' is no report in JSON");
    return Read;
  }

  const PageExample &Example;
  const Toolchain &Tools;
  Bench &On;
  std::string Stem, Source, Program;
};

} // namespace

std::optional<ExampleTrial> tryOut(const PageExample &Example,
                                   const Toolchain &Tools, Bench &On) {
  Trial T(Example, Tools, On);
  if (!T.writeSource())
    return std::nullopt;
  Sightings ByCheck = T.analyse();
  if (!ByCheck || !T.build())
    return std::nullopt;
  Sightings ByRun = T.run();
  if (!ByRun)
    return std::nullopt;
  return ExampleTrial{Example, T.sourceName(), std::move(*ByCheck),
                      std::move(*ByRun)};
}

} // namespace corolint
