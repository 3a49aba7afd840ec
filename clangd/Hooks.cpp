// The four functions of clangd that we stand in for. Its headers are not
// packaged and it has no plugins, but these are called across object files, so
// that the linker's --wrap reaches them: __wrap_X is called instead of X, and X
// itself is __real_X. Their types must be those of clangd; names are mangled
// with them, so a change makes the link fail and nothing else.

#include "CheckPolicy.h"
#include "PreambleBodies.h"
#include "TappedStreams.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace clang::clangd {
class Transport {
public:
  virtual ~Transport();
};
/// Its values, in clangd's order.
enum JSONStreamStyle { Standard, Delimited };
} // namespace clang::clangd

using clang::clangd::JSONStreamStyle;
using clang::clangd::Transport;
using clang::tidy::ClangTidyOptions;
using TidyProvider =
    llvm::function_ref<void(ClangTidyOptions &, llvm::StringRef)>;

#define COROLINT_REAL(Name) __asm__("__real_" Name)
#define COROLINT_WRAP(Name) __asm__("__wrap_" Name)

// clangd runs only checks that it knows to be fast, unless told otherwise.

#define IS_FAST "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"
std::optional<bool> realIsFast(llvm::StringRef Check) COROLINT_REAL(IS_FAST);
std::optional<bool> wrappedIsFast(llvm::StringRef Check) COROLINT_WRAP(IS_FAST);

std::optional<bool> wrappedIsFast(llvm::StringRef Check) {
  return Check.starts_with("coro-") ? true : realIsFast(Check);
}

// All that is configured for a file, once for each time it is parsed.

#define OPTIONS                                                                \
  "_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_"        \
  "4tidy16ClangTidyOptionsENS1_9StringRefEEEES6_"
ClangTidyOptions realOptions(TidyProvider Provider, llvm::StringRef File)
    COROLINT_REAL(OPTIONS);
ClangTidyOptions wrappedOptions(TidyProvider Provider, llvm::StringRef File)
    COROLINT_WRAP(OPTIONS);

ClangTidyOptions wrappedOptions(TidyProvider Provider, llvm::StringRef File) {
  return corolint::withOurChecks(realOptions(Provider, File), File);
}

// What a file begins with, parsed once and kept while it is edited. This one is
// Clang's, but only clangd's own call of it is replaced.

using Preamble = llvm::ErrorOr<clang::PrecompiledPreamble>;

/// The engine of diagnostics is taken by reference up to 19, in 22 by a pointer
/// that shares it, and the mangled name says which; CMake asks the archive.
template <typename Function> struct FourthOf;
template <typename R, typename A, typename B, typename C, typename D,
          typename... More>
struct FourthOf<R(A, B, C, D, More...)> {
  using Type = D;
};
using PreambleDiagnostics =
    FourthOf<decltype(clang::PrecompiledPreamble::Build)>::Type;

Preamble realPreamble(const clang::CompilerInvocation &Invocation,
                      const llvm::MemoryBuffer *Text,
                      clang::PreambleBounds Bounds,
                      PreambleDiagnostics Diagnostics,
                      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
                      std::shared_ptr<clang::PCHContainerOperations> Containers,
                      bool InMemory, llvm::StringRef Folder,
                      clang::PreambleCallbacks &Callbacks)
    COROLINT_REAL(COROLINT_PREAMBLE_BUILD);
Preamble wrappedPreamble(
    const clang::CompilerInvocation &Invocation, const llvm::MemoryBuffer *Text,
    clang::PreambleBounds Bounds, PreambleDiagnostics Diagnostics,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
    std::shared_ptr<clang::PCHContainerOperations> Containers, bool InMemory,
    llvm::StringRef Folder, clang::PreambleCallbacks &Callbacks)
    COROLINT_WRAP(COROLINT_PREAMBLE_BUILD);

Preamble wrappedPreamble(
    const clang::CompilerInvocation &Invocation, const llvm::MemoryBuffer *Text,
    clang::PreambleBounds Bounds, PreambleDiagnostics Diagnostics,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
    std::shared_ptr<clang::PCHContainerOperations> Containers, bool InMemory,
    llvm::StringRef Folder, clang::PreambleCallbacks &Callbacks) {
  corolint::PreambleBodies Bodies(Callbacks, Text->getBufferIdentifier());
  return realPreamble(Invocation, Text, Bounds, Diagnostics, std::move(FS),
                      std::move(Containers), InMemory, Folder, Bodies);
}

// The streams of the protocol. What makes the link of a check is called within
// its own object file, where no --wrap reaches it; the message does pass here.

#define TRANSPORT                                                              \
  "_ZN5clang6clangd16newJSONTransportEP8_IO_FILERN4llvm11raw_ostreamEPS4_"     \
  "bNS0_15JSONStreamStyleE"
std::unique_ptr<Transport> realTransport(std::FILE *In, llvm::raw_ostream &Out,
                                         llvm::raw_ostream *Mirror, bool Pretty,
                                         JSONStreamStyle Style)
    COROLINT_REAL(TRANSPORT);
std::unique_ptr<Transport>
wrappedTransport(std::FILE *In, llvm::raw_ostream &Out,
                 llvm::raw_ostream *Mirror, bool Pretty, JSONStreamStyle Style)
    COROLINT_WRAP(TRANSPORT);

std::unique_ptr<Transport> wrappedTransport(std::FILE *In,
                                            llvm::raw_ostream &Out,
                                            llvm::raw_ostream *Mirror,
                                            bool Pretty,
                                            JSONStreamStyle Style) {
  // They live as long as the process: clangd's threads may write to the end.
  static auto *Speaker = new corolint::Conversation;
  static auto *Tapped = new corolint::TappedOutput(Out, *Speaker);
  // In clangd's own tests messages have no header.
  if (Style == clang::clangd::Standard)
    In = corolint::tappedInput(In, *Speaker);
  return realTransport(In, *Tapped, Mirror, Pretty, Style);
}
