#include "Manifest.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

std::string digest(char Of) { return std::string(32, Of); }

Manifest withEntries(std::initializer_list<char> Contents) {
  Manifest Made;
  for (char Content : Contents)
    Made.add("footprint", digest(Content), digest('r'));
  return Made;
}

std::string contentsOf(const Manifest &M) {
  std::string Contents;
  for (const Manifest::Entry &Each : M.entries())
    Contents += Each.Content[0];
  return Contents;
}

} // namespace

TEST(Manifest, IsReadAsItWasWritten) {
  Manifest Written = withEntries({'a', 'b'});
  Written.add("other", digest('a'), digest('x'));
  auto Read = Manifest::fromBytes(Written.toBytes("key"), "key");
  ASSERT_TRUE(Read);
  EXPECT_EQ(contentsOf(*Read), "aba");
  EXPECT_EQ(Read->footprints(),
            (std::vector<std::string>{"other", "footprint"}));
  EXPECT_EQ(Read->entries()[0].ResultDigest, digest('x'));
  EXPECT_EQ(Read->entries()[1].Footprint, 1u);
}

TEST(Manifest, KeepsTheLatestEntries) {
  Manifest M = withEntries({'1', '2', '3', '4', '5', '6', '7', '8', '9'});
  EXPECT_EQ(contentsOf(M), "98765432");
  M.add("footprint", digest('5'), digest('n'));
  EXPECT_EQ(contentsOf(M), "59876432");
  EXPECT_EQ(M.entries()[0].ResultDigest, digest('n'));
}

TEST(Manifest, DropsFootprintsThatNoEntryHas) {
  Manifest M;
  for (char Content = 'a'; Content < 'z'; ++Content)
    M.add(std::string(1, Content), digest(Content), digest('r'));
  EXPECT_EQ(M.footprints().size(), Manifest::MaxEntries);
}

TEST(Manifest, IsThatOfItsKeyOnly) {
  std::string Bytes = withEntries({'a'}).toBytes("key");
  EXPECT_FALSE(Manifest::fromBytes(Bytes, "other"));
}

TEST(Manifest, IsNotReadFromDamagedBytes) {
  const std::string Good = withEntries({'a', 'b'}).toBytes("key");
  for (size_t I = 0; I < Good.size(); ++I) {
    EXPECT_FALSE(Manifest::fromBytes(Good.substr(0, I), "key")) << I;
    for (char Flip : {1, 64}) {
      std::string Bad = Good;
      Bad[I] ^= Flip;
      EXPECT_FALSE(Manifest::fromBytes(Bad, "key")) << I;
    }
  }
  EXPECT_FALSE(Manifest::fromBytes(Good + '\0', "key"));
}
