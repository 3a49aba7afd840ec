// What is not the user's code.

#include "model/ForeignCode.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

constexpr llvm::StringLiteral Library = "{library: acme, namespaces: [acme]}";
constexpr llvm::StringLiteral Include = "#include \"library.h\"\n";

bool isForeign(StringRef Code, StringRef Function, StringRef Yaml = Library) {
  Snippet S((Include + Code).str(), Yaml);
  return S.facts().foreign().contains(S.function(Function));
}

bool isReadable(StringRef Code, StringRef Function, StringRef Yaml = Library) {
  Snippet S((Include + Code).str(), Yaml);
  return S.facts().readableDefinition(S.function(Function)) != nullptr;
}

} // namespace

TEST(ForeignCode, IsAKnownLibraryInAHeaderThatIsNoSystemHeader) {
  EXPECT_TRUE(isForeign("", "acme::detail::helper"));
  EXPECT_TRUE(isForeign("", "acme::Channel::receive"));
  EXPECT_TRUE(isForeign("", "acme::Channel::convert"));
}

TEST(ForeignCode, IsNoLibraryThatNobodySpeaksFor) {
  EXPECT_FALSE(isForeign("", "acme::Channel::receive", ""));
}

TEST(ForeignCode, IsNotWhatElseStandsInAHeader) {
  EXPECT_FALSE(isForeign("", "besideTheLibrary"));
}

TEST(ForeignCode, IsNotTheLibrarysOwnSource) {
  EXPECT_FALSE(
      isForeign("namespace acme { int mine() { return 4; } }", "acme::mine"));
}

TEST(ForeignCode, IsNotWhatAMacroOfAHeaderGivesToTheUser) {
  EXPECT_FALSE(isForeign("ACME_FUNCTION(mine)", "mine"));
}

TEST(ForeignCode, IsEverythingInASystemHeader) {
  Snippet S("#include <exception>\n void f() { std::current_exception(); }");
  EXPECT_TRUE(
      S.facts().foreign().contains(*S.call("f", "current_exception").Callee));
}

TEST(ForeignCode, HasNoBodiesToRead) {
  EXPECT_FALSE(isReadable("", "acme::Channel::receive"));
  EXPECT_TRUE(isReadable("", "acme::Channel::receive", ""));
  EXPECT_TRUE(isReadable("", "besideTheLibrary"));
}
