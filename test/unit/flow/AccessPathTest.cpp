// How an expression reaches an object.

#include "flow/AccessPath.h"
#include "Snippet.h"

using namespace clang;
using namespace corolint;
using namespace corolint::test;

namespace {

const std::string Objects =
    "#include <memory>\n"
    "struct M { void lock(); }; M free_; M &any();"
    "struct S { M m; M *p; S *next; S &self(); static M shared; M all[2];"
    "  void test(S &other, S *pointer, std::unique_ptr<S> owner) {";

/// The paths of the objects on which `lock` is called.
std::vector<std::optional<AccessPath>> paths(Snippet &S) {
  std::vector<std::optional<AccessPath>> Found;
  for (const CallSite &Call : S.calls("S::test", "lock"))
    Found.push_back(accessPath(*Call.Object));
  return Found;
}

Texts spoken(StringRef Body) {
  Snippet S(Objects + Body.str() + "}};");
  Texts Found;
  for (const std::optional<AccessPath> &Path : paths(S))
    Found.push_back(Path ? Path->Spoken : "none");
  return Found;
}

bool same(StringRef Body) {
  Snippet S(Objects + Body.str() + "}};");
  auto Found = paths(S);
  EXPECT_EQ(Found.size(), 2u);
  return Found[0] && Found[1] && *Found[0] == *Found[1];
}

} // namespace

TEST(AccessPath, IsSpokenAsTheUserWouldWriteIt) {
  EXPECT_EQ(spoken("m.lock(); this->m.lock(); other.m.lock();"
                   "pointer->m.lock(); owner->m.lock(); free_.lock();"
                   "p->lock(); next->next->m.lock(); shared.lock();"),
            (Texts{"m", "m", "other.m", "pointer->m", "owner->m", "free_", "p",
                   "next->next->m", "shared"}));
}

TEST(AccessPath, DoesNotExistForWhatIsComputed) {
  EXPECT_EQ(spoken("any().lock(); self().m.lock(); all[1].lock();"),
            (Texts{"none", "none", "none"}));
}

TEST(AccessPath, IsTheSameForTheSameObject) {
  EXPECT_TRUE(same("m.lock(); (*this).m.lock();"));
  EXPECT_TRUE(same("pointer->m.lock(); (*pointer).m.lock();"));
  EXPECT_TRUE(same("owner->m.lock(); (*owner).m.lock();"));
  EXPECT_TRUE(same("p->lock(); (*p).lock();"));
}

TEST(AccessPath, DiffersForDifferentObjects) {
  EXPECT_FALSE(same("m.lock(); other.m.lock();"));
  EXPECT_FALSE(same("m.lock(); p->lock();"));
  EXPECT_FALSE(same("next->m.lock(); next->next->m.lock();"));
}

TEST(AccessPath, LooksThroughLocalReferencesAndPointers) {
  EXPECT_TRUE(same("M &alias = other.m; alias.lock(); other.m.lock();"));
  EXPECT_TRUE(same("M *alias = &m; alias->lock(); m.lock();"));
  EXPECT_FALSE(same("M &alias = any(); alias.lock(); m.lock();"));
}

TEST(AccessPath, KnowsWhatItLeadsThrough) {
  Snippet S(Objects + "next->m.lock(); m.lock(); }};");
  auto Found = paths(S);
  ASSERT_TRUE(Found[0] && Found[1]);
  AccessPath This{{nullptr}, "this"};
  EXPECT_TRUE(Found[0]->startsWith(This));
  EXPECT_TRUE(Found[0]->startsWith(*Found[0]));
  EXPECT_FALSE(Found[0]->startsWith(*Found[1]));
  EXPECT_FALSE(This.startsWith(*Found[0]));
}

TEST(AccessPath, HasAStepForThisAndForEachMember) {
  Snippet S(Objects + "this->next->m.lock(); pointer->m.lock(); }};");
  auto Found = paths(S);
  ASSERT_TRUE(Found[0] && Found[1]);
  ASSERT_EQ(Found[0]->Steps.size(), 3u);
  EXPECT_EQ(Found[0]->Steps[0], nullptr);
  EXPECT_EQ(cast<NamedDecl>(Found[0]->Steps[1])->getName(), "next");
  EXPECT_EQ(cast<NamedDecl>(Found[0]->Steps[2])->getName(), "m");
  ASSERT_EQ(Found[1]->Steps.size(), 2u);
  EXPECT_EQ(Found[1]->Steps[0], &S.variable("pointer"));
}

TEST(AccessPath, TakesTheAddressForTheObject) {
  EXPECT_TRUE(same("(&m)->lock(); m.lock();"));
  EXPECT_TRUE(same("(&*p)->lock(); p->lock();"));
  EXPECT_FALSE(same("(&m)->lock(); (&other.m)->lock();"));
}

TEST(AccessPath, DoesNotTakeAPointerThatMovesOnForItsFirstObject) {
  EXPECT_FALSE(same("S *at = &other; at = at->next; at->m.lock();"
                    "other.m.lock();"));
}

TEST(AccessPath, NamesAStructuredBinding) {
  EXPECT_EQ(spoken("struct P { M &a; int b; } pair{m, 1};"
                   "auto &[first, second] = pair; first.lock();"),
            Texts{"first"});
}

TEST(AccessPath, IsSpokenWithTheRightOperatorWhenAPointerIsSeenThrough) {
  EXPECT_EQ(spoken("S *alias = &other; alias->m.lock();"), Texts{"other.m"});
  EXPECT_EQ(spoken("(*pointer).m.lock();"), Texts{"pointer->m"});
}
