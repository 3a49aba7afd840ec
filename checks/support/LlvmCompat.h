// The only place that knows which LLVM it is built against. Each entry says
// what changed and when; the rest of the repository uses the new spelling.

#ifndef COROLINT_SUPPORT_LLVMCOMPAT_H
#define COROLINT_SUPPORT_LLVMCOMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>
#if LLVM_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
#else
#include "clang/Driver/Options.h"
#endif

namespace corolint::compat {

inline constexpr int LlvmMajor = LLVM_VERSION_MAJOR;

/// vfs::FileSystem::exists() became virtual in 19; it asks status() before.
#if LLVM_VERSION_MAJOR >= 19
#define COROLINT_VFS_EXISTS_OVERRIDE override
#else
#define COROLINT_VFS_EXISTS_OVERRIDE
#endif

/// [[clang::blocking]] / [[clang::nonblocking]] became part of the function's
/// type in 19; 16 has no such attribute.
enum class DeclaredEffect { None, Blocking, NonBlocking };

inline DeclaredEffect declaredEffect(const clang::FunctionDecl &F) {
#if LLVM_VERSION_MAJOR >= 19
  const auto *Type = F.getType()->getAs<clang::FunctionProtoType>();
  if (!Type)
    return DeclaredEffect::None;
  for (const auto &Effect : Type->getFunctionEffects()) {
    if (Effect.Effect.kind() == clang::FunctionEffect::Kind::Blocking)
      return DeclaredEffect::Blocking;
    if (Effect.Effect.kind() == clang::FunctionEffect::Kind::NonBlocking)
      return DeclaredEffect::NonBlocking;
  }
#endif
  return DeclaredEffect::None;
}

/// The type that \p D declares; 22 wants to know how it is written.
inline clang::QualType typeOf(const clang::CXXRecordDecl &D) {
#if LLVM_VERSION_MAJOR >= 22
  return D.getASTContext().getCanonicalTagType(&D);
#else
  return D.getASTContext().getRecordType(&D);
#endif
}

/// True if \p F declares its object as a parameter (C++23), which then is kept
/// as parameters are; 16 does not know that form.
inline bool hasExplicitObject(const clang::CXXMethodDecl &F) {
#if LLVM_VERSION_MAJOR >= 18
  return F.isExplicitObjectMemberFunction();
#else
  (void)F;
  return false;
#endif
}

//===--- The driver's options ---------------------------------------------===//

// The driver's option table left clang::driver in 22.
#if LLVM_VERSION_MAJOR >= 22
namespace options = clang::options;
inline const llvm::opt::OptTable &driverOptions() {
  return clang::getDriverOptTable();
}
#else
namespace options = clang::driver::options;
inline const llvm::opt::OptTable &driverOptions() {
  return clang::driver::getDriverOptTable();
}
#endif

/// Parses as the driver does, in GCC's or in MSVC's style. Options are hidden
/// from a style by flags up to 16, by visibility after that.
inline llvm::opt::InputArgList
parseDriverArguments(llvm::ArrayRef<const char *> Args, bool MsvcStyle) {
  unsigned MissingIndex, MissingCount;
#if LLVM_VERSION_MAJOR >= 17
  llvm::opt::Visibility Style(MsvcStyle ? options::CLOption
                                        : options::ClangOption);
  return driverOptions().ParseArgs(Args, MissingIndex, MissingCount, Style);
#else
  unsigned Include = 0;
  unsigned Exclude = options::NoDriverOption;
  if (MsvcStyle)
    Include = options::CLOption | options::CLDXCOption | options::CoreOption;
  else
    Exclude |= options::CLOption | options::CLDXCOption;
  return driverOptions().ParseArgs(Args, MissingIndex, MissingCount, Include,
                                   Exclude);
#endif
}

/// The language of a clang::CompilerInvocation; up to 16 a pointer to it.
template <typename Invocation> auto &languageOf(Invocation &Of) {
#if LLVM_VERSION_MAJOR >= 17
  return Of.getLangOpts();
#else
  return *Of.getLangOpts();
#endif
}

//===--- File systems -----------------------------------------------------===//

/// A file system that asks another one by absolute paths only. To look up real
/// paths was a constant function in 16; `exists` can be replaced only since.
class FileSystemView : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  using Characters = llvm::SmallVectorImpl<char>;
#if LLVM_VERSION_MAJOR >= 17
  bool exists(const llvm::Twine &Path) override { return !!status(Path); }
  std::error_code getRealPath(const llvm::Twine &Path,
                              Characters &Output) override {
    return getUnderlyingFS().getRealPath(absolute(Path), Output);
  }
#else
  std::error_code getRealPath(const llvm::Twine &Path,
                              Characters &Output) const override {
    return const_cast<FileSystemView *>(this)->getUnderlyingFS().getRealPath(
        absolute(Path), Output);
  }
#endif

protected:
  virtual llvm::SmallString<256> absolute(const llvm::Twine &Path) const = 0;
};

//===--- The preprocessor -------------------------------------------------===//

/// Tells a preprocessor what it has to look at in a file. Up to 19 it is a
/// function among its options, in 22 an object of which it keeps the address.
class MinimisedFiles
#if LLVM_VERSION_MAJOR >= 22
    : public clang::DependencyDirectivesGetter
#endif
{
public:
  using Directives = std::optional<
      llvm::ArrayRef<clang::dependency_directives_scan::Directive>>;
  using Function = std::function<Directives(clang::FileEntryRef)>;

  explicit MinimisedFiles(Function Of) : Of(std::move(Of)) {}

  const Function &function() const { return Of; }

#if LLVM_VERSION_MAJOR >= 22
  std::unique_ptr<clang::DependencyDirectivesGetter>
  cloneFor(clang::FileManager &) override {
    return std::make_unique<MinimisedFiles>(Of);
  }
  Directives operator()(clang::FileEntryRef File) override { return Of(File); }
#endif

private:
  Function Of;
};

/// To be called before the main file is entered; \p Files outlives \p PP.
template <typename Preprocessor>
void attach(MinimisedFiles &Files, Preprocessor &PP) {
#if LLVM_VERSION_MAJOR >= 22
  PP.setDependencyDirectivesGetter(Files);
#else
  PP.getPreprocessorOpts().DependencyDirectivesForFile = Files.function();
#endif
}

//===--- clang-tidy; templates, so that only its users include it
//----------===//

/// Gives \p Context an engine that reports to \p Client. From 21 on the engine
/// refers to its options, which the context then keeps.
template <typename TidyContext>
std::unique_ptr<clang::DiagnosticsEngine>
attachDiagnostics(TidyContext &Context, clang::DiagnosticConsumer *Client) {
  llvm::IntrusiveRefCntPtr<clang::DiagnosticIDs> Ids(new clang::DiagnosticIDs);
#if LLVM_VERSION_MAJOR >= 21
  auto Options = std::make_unique<clang::DiagnosticOptions>();
  auto Engine = std::make_unique<clang::DiagnosticsEngine>(
      Ids, *Options, Client, /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(std::move(Options), Engine.get());
#else
  auto Engine = std::make_unique<clang::DiagnosticsEngine>(
      Ids, new clang::DiagnosticOptions, Client, /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(Engine.get());
#endif
  return Engine;
}

/// What a DiagnosticRenderer is made with; it shared its options up to 20.
#if LLVM_VERSION_MAJOR >= 21
inline clang::DiagnosticOptions &
rendererOptions(clang::DiagnosticOptions &Options) {
  return Options;
}
#else
inline clang::DiagnosticOptions *
rendererOptions(clang::DiagnosticOptions &Options) {
  return &Options;
}
#endif

/// An engine whose diagnostics a \p Printer prints. From 21 on both refer to
/// their options, before they shared them.
template <typename Printer> class PrintingDiagnostics {
public:
  explicit PrintingDiagnostics(llvm::raw_ostream &Out)
#if LLVM_VERSION_MAJOR >= 21
      : Client(Out, Options), Engine(new clang::DiagnosticIDs, Options, &Client,
                                     /*ShouldOwnClient=*/false){}
#else
      : Options(new clang::DiagnosticOptions), Client(Out, Options.get()),
        Engine(new clang::DiagnosticIDs, Options, &Client,
               /*ShouldOwnClient=*/false) {
  }
#endif

                                  clang::DiagnosticsEngine
                                  & engine() {
    return Engine;
  }
  clang::DiagnosticOptions &options() { return Engine.getDiagnosticOptions(); }
  Printer &client() { return Client; }

private:
#if LLVM_VERSION_MAJOR >= 21
  clang::DiagnosticOptions Options;
#else
  llvm::IntrusiveRefCntPtr<clang::DiagnosticOptions> Options;
#endif
  Printer Client;
  clang::DiagnosticsEngine Engine;
};

/// clang-tidy before 23 crashes on a file extension that is none (".h"). 16
/// does not read them from the configuration.
template <typename TidyOptions>
bool hasWrongExtensions(const TidyOptions &Options) {
#if LLVM_VERSION_MAJOR >= 17
  for (const auto *List :
       {&Options.HeaderFileExtensions, &Options.ImplementationFileExtensions})
    if (*List)
      for (llvm::StringRef Extension : **List)
        if (!llvm::all_of(Extension.trim(), llvm::isAlnum))
          return true;
#endif
  return false;
}
template <typename TidyOptions> void dropExtensions(TidyOptions &Options) {
#if LLVM_VERSION_MAJOR >= 17
  Options.HeaderFileExtensions.reset();
  Options.ImplementationFileExtensions.reset();
#endif
}

/// The keys whose value is a regular expression; the second is new in 19.
using HeaderFilter = std::pair<const char *, std::optional<std::string> *>;
template <typename TidyOptions>
llvm::SmallVector<HeaderFilter, 2> headerFilters(TidyOptions &Options) {
  llvm::SmallVector<HeaderFilter, 2> Filters;
  Filters.push_back({"HeaderFilterRegex", &Options.HeaderFilterRegex});
#if LLVM_VERSION_MAJOR >= 19
  Filters.push_back(
      {"ExcludeHeaderFilterRegex", &Options.ExcludeHeaderFilterRegex});
#endif
  return Filters;
}

/// ExcludeHeaderFilterRegex; empty if there is none.
template <typename TidyOptions>
std::string excludedHeaders(const TidyOptions &Options) {
#if LLVM_VERSION_MAJOR >= 19
  return Options.ExcludeHeaderFilterRegex.value_or("");
#else
  return "";
#endif
}

/// RemovedArgs of .clang-tidy; new in 22.
template <typename TidyOptions>
std::vector<std::string> removedArguments(const TidyOptions &Options) {
#if LLVM_VERSION_MAJOR >= 22
  if (Options.RemovedArgs)
    return *Options.RemovedArgs;
#endif
  return {};
}

} // namespace corolint::compat

#endif
