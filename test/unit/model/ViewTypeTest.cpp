// Which types only look at what somebody else owns.

#include "model/ViewType.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

/// The kind of the type that the alias `T` names in \p Code.
std::optional<ViewKind> kindOf(StringRef Code) {
  Snippet S(("#include <functional>\n#include <list>\n#include <memory>\n"
             "#include <optional>\n#include <span>\n#include <string>\n"
             "#include <string_view>\n#include <vector>\n" +
             Code)
                .str());
  return viewKind(S.type("T"));
}

} // namespace

TEST(ViewType, IsAPointerToAnObject) {
  EXPECT_EQ(kindOf("using T = int *;"), ViewKind::Pointer);
  EXPECT_EQ(kindOf("using T = const char *&;"), ViewKind::Pointer);
  EXPECT_EQ(kindOf("using T = void (*)();"), std::nullopt);
}

TEST(ViewType, IsAnIterator) {
  EXPECT_EQ(kindOf("using T = std::vector<int>::iterator; T t;"),
            ViewKind::Iterator);
  EXPECT_EQ(kindOf("using T = std::list<int>::const_iterator; T t;"),
            ViewKind::Iterator);
}

TEST(ViewType, IsAViewOfARange) {
  EXPECT_EQ(kindOf("using T = std::string_view;"), ViewKind::View);
  EXPECT_EQ(kindOf("using T = std::span<int>; T t;"), ViewKind::View);
  EXPECT_EQ(kindOf("struct T { const char *b; const char *e;"
                   "  const char *begin() const; const char *end() const; };"),
            ViewKind::View);
}

TEST(ViewType, IsAWrapperOfAReference) {
  EXPECT_EQ(kindOf("using T = std::reference_wrapper<int>;"
                   "bool b = sizeof(T) > 0;"),
            ViewKind::Wrapper);
}

TEST(ViewType, IsNotWhatOwns) {
  EXPECT_EQ(kindOf("using T = std::string;"), std::nullopt);
  EXPECT_EQ(kindOf("using T = std::vector<int>; T t;"), std::nullopt);
  EXPECT_EQ(kindOf("using T = std::unique_ptr<int>; T t;"), std::nullopt);
  EXPECT_EQ(kindOf("using T = std::shared_ptr<int>; T t;"), std::nullopt);
}

TEST(ViewType, IsNotAnOrdinaryValue) {
  EXPECT_EQ(kindOf("using T = int;"), std::nullopt);
  EXPECT_EQ(kindOf("using T = std::optional<int>; T t;"), std::nullopt);
  EXPECT_EQ(kindOf("struct T { int *p; };"), std::nullopt);
  EXPECT_EQ(kindOf("struct T { int x[3]; int *begin(); };"), std::nullopt);
}

TEST(ViewType, IsNothingWhileItIsIncomplete) {
  EXPECT_EQ(kindOf("struct T;"), std::nullopt);
}
