#include "ArgumentFilter.h"
#include "Paths.h"
#include "support/LlvmCompat.h"
#include "clang/Basic/LangStandard.h"
#include "clang/Driver/Driver.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/Arg.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using opt::Arg;

namespace corolint {

namespace {

namespace options = compat::options;

/// Options by how they begin; spelled out, since each version of LLVM numbers
/// a different set of them.
constexpr const char *RunsOrLoads[] = {
    "-fplugin", "-fpass-plugin", "-mllvm", "--config", "-Xpreprocessor",
    // Finding out what GPUs there are runs a program.
    "--offload", "--amdgpu-arch-tool", "--nvptx-arch-tool", "--cuda-gpu-arch",
    "--no-offload", "--no-cuda-gpu-arch", "-fopenmp-targets", "-Xopenmp-target",
    "-Xarch_device", "-Xoffload"};

constexpr const char *NeedsOtherFiles[] = {
    // Profiles and precompiled headers are of the build, or of GCC.
    "-fprofile",    "-fauto-profile", "-fmemory-profile", "-fcs-profile",
    "-include-pch", "-resource-dir",  "--resource-dir"};

constexpr const char *ValueMayBeOfGcc[] = {
    "-fsanitize", "-fno-sanitize", "-flto",      "-fdiagnostics-",
    "-mtune=",    "-Wa,",          "-Xassembler"};

constexpr const char *Talks[] = {"-ftime-", "-###", "--verbose", "-verify"};

bool beginsWithOneOf(StringRef Text, ArrayRef<const char *> Prefixes) {
  return any_of(Prefixes,
                [&](const char *Prefix) { return Text.starts_with(Prefix); });
}

bool isUnwanted(StringRef Text) {
  return beginsWithOneOf(Text, RunsOrLoads) ||
         beginsWithOneOf(Text, NeedsOtherFiles) ||
         beginsWithOneOf(Text, ValueMayBeOfGcc) ||
         beginsWithOneOf(Text, Talks) || Text == "-v";
}

/// Handed on to the compiler proper by -Xclang; each takes a value.
bool isUnwantedPair(StringRef Text) {
  return Text == "-load" || Text == "-plugin" || Text == "-add-plugin" ||
         Text == "-include-pch" || Text.starts_with("-plugin-arg-");
}

/// Options in options: -Xarch_host -fplugin=…, -Wp,-load,…, /clang:….
bool carriesUnwanted(const Arg &A) {
  return any_of(A.getValues(), [](StringRef Value) {
    return isUnwanted(Value) || isUnwantedPair(Value);
  });
}

bool isOfGpu(StringRef Target) {
  return Target.starts_with("amdgcn") || Target.starts_with("nvptx") ||
         Target.starts_with("r600") || Target.starts_with("spirv");
}

/// A language standard newer than this LLVM: the newest it knows.
std::string knownStandard(StringRef Standard) {
  if (clang::LangStandard::getLangKind(Standard) !=
      clang::LangStandard::lang_unspecified)
    return Standard.str();
  for (StringRef Dialect : {"gnu++", "c++"})
    if (Standard.starts_with(Dialect))
      for (StringRef Year : {"2c", "2b", "20"}) {
        std::string Older = (Dialect + Year).str();
        if (clang::LangStandard::getLangKind(Older) !=
            clang::LangStandard::lang_unspecified)
          return Older;
      }
  return Standard.str();
}

class Filter {
public:
  Filter(const clang::tooling::CompileCommand &Command, Keep How)
      : Command(Command), Line(Command.CommandLine), How(How) {}

  std::vector<std::string> run();

private:
  void see(const Arg &A, size_t Next);
  void seeXclang(StringRef Value);
  void seeInput(StringRef Input);
  void copy(size_t From, size_t To);
  bool isTheFile(StringRef Input) const;

  const clang::tooling::CompileCommand &Command;
  ArrayRef<std::string> Line;
  Keep How;
  bool MsvcStyle = false;
  bool NamesTheFile = false;
  bool SkipNextXclang = false;
  std::vector<std::string> Kept;
};

bool Filter::isTheFile(StringRef Input) const {
  auto Real = [&](StringRef Path) {
    return realPath(absolutePath(Path, Command.Directory));
  };
  return Real(Input) == Real(Command.Filename);
}

void Filter::copy(size_t From, size_t To) {
  Kept.insert(Kept.end(), Line.begin() + From, Line.begin() + To);
}

void Filter::seeXclang(StringRef Value) {
  if (SkipNextXclang || isUnwantedPair(Value)) {
    SkipNextXclang = !SkipNextXclang;
    return;
  }
  if (How == Keep::NoMachine || isUnwanted(Value))
    return;
  Kept.push_back("-Xclang");
  Kept.push_back(Value.str());
}

/// A link command names several files and objects; a value of an option that
/// Clang does not know looks like one. A response file is still here only if
/// it could not be read, which the driver is to say.
void Filter::seeInput(StringRef Input) {
  if (!NamesTheFile || isTheFile(Input) || Input.starts_with("@"))
    Kept.push_back(Input.str());
}

/// \p Next is the index of the argument after \p A and its values.
void Filter::see(const Arg &A, size_t Next) {
  const opt::Option &Option = A.getOption();
  if (Option.matches(options::OPT_UNKNOWN))
    return;
  if (Option.matches(options::OPT_INPUT))
    return seeInput(A.getValue());
  if (Option.matches(options::OPT__DASH_DASH)) {
    Kept.push_back("--");
    for (const char *Input : A.getValues())
      seeInput(Input);
    return;
  }
  if (Option.matches(options::OPT_Xclang))
    return seeXclang(A.getValue());
  if (isUnwanted(Line[A.getIndex()]) || carriesUnwanted(A))
    return;
  if (Option.matches(options::OPT_g_Group))
    return;
  // Dependencies are not written. Clang's tooling takes off only some of these,
  // and of -MJ not the value, which then looks like an input.
  if (Option.matches(options::OPT_M_Group))
    return;
  if (How == Keep::NoMachine && Option.matches(options::OPT_m_Group))
    return;
  if (Option.matches(options::OPT_std_EQ)) {
    Kept.push_back("-std=" + knownStandard(A.getValue()));
    return;
  }
  // The driver would take a precompiled header that lies beside, which may be
  // GCC's; the compiler proper does not.
  if (Option.matches(options::OPT_include) && !MsvcStyle) {
    for (const char *Text : {"-Xclang", "-include", "-Xclang", A.getValue()})
      Kept.push_back(Text);
    return;
  }
  copy(A.getIndex(), Next);
}

std::vector<std::string> Filter::run() {
  if (Line.empty())
    return {};
  SmallVector<const char *, 64> Args;
  for (const std::string &Text : Line)
    Args.push_back(Text.c_str());
  MsvcStyle = clang::driver::IsClangCL(
      clang::driver::getDriverMode(Line.front(), Args));

  Kept = {Line.front()};
  // A command of the compiler proper has no driver to hand things on.
  bool IsCompilerProper = Line.size() > 1 && Line[1] == "-cc1";
  if (IsCompilerProper)
    Kept.push_back("-cc1");
  // The form that both the driver and the compiler proper know.
  Kept.push_back("-resource-dir");
  Kept.push_back(COROLINT_RESOURCE_DIR);
  Kept.push_back("-w");
  if (IsCompilerProper) {
    copy(2, Line.size());
    return Kept;
  }
  // Configuration files beside the compiler can name anything.
  Kept.push_back("--no-default-config");

  // Indices below are into Line, which has the program in front.
  opt::InputArgList Parsed = compat::parseDriverArguments(Args, MsvcStyle);
  SmallVector<const Arg *, 64> InOrder;
  for (const Arg *A : Parsed)
    if (A->getIndex() != 0)
      InOrder.push_back(A);
  for (const Arg *A : InOrder) {
    bool IsInput = A->getOption().matches(options::OPT_INPUT) ||
                   A->getOption().matches(options::OPT__DASH_DASH);
    for (const char *Value : A->getValues())
      NamesTheFile |= IsInput && isTheFile(Value);
    bool IsTarget = A->getOption().matches(options::OPT_target);
    if (IsTarget && isOfGpu(A->getValue()))
      How = Keep::NoMachine;
  }
  for (size_t I = 0; I < InOrder.size(); ++I)
    see(*InOrder[I],
        I + 1 < InOrder.size() ? InOrder[I + 1]->getIndex() : Line.size());
  return Kept;
}

} // namespace

std::vector<std::string>
fitForAnalysis(const clang::tooling::CompileCommand &Command, Keep How) {
  return Filter(Command, How).run();
}

} // namespace corolint
