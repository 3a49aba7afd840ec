#include "BaselineFile.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

std::string printed(const BaselineFile &Baseline) {
  std::string Text;
  llvm::raw_string_ostream Stream(Text);
  Baseline.print(Stream);
  return Stream.str();
}

std::optional<BaselineFile> parsed(llvm::StringRef Text, std::string &Mistake) {
  return BaselineFile::parse(llvm::MemoryBufferRef(Text, "b.json"), Mistake);
}

std::string mistakeOf(llvm::StringRef Text) {
  std::string Mistake;
  EXPECT_FALSE(parsed(Text, Mistake));
  return Mistake;
}

} // namespace

TEST(BaselineFile, IsSortedAndHasEachFindingOnce) {
  BaselineFile Baseline({{"b.cpp", "coro-a", "x", "1"},
                         {"a.cpp", "coro-b", "x", "2"},
                         {"a.cpp", "coro-a", "y", "3"},
                         {"a.cpp", "coro-a", "x", "5"},
                         {"a.cpp", "coro-a", "x", "4"},
                         {"a.cpp", "coro-a", "x", "4"}});
  std::string Order;
  for (const BaselineEntry &Each : Baseline.entries())
    Order += Each.Fingerprint;
  EXPECT_EQ(Order, "45321");
}

TEST(BaselineFile, ReadsWhatItPrinted) {
  std::string Text =
      printed(BaselineFile({{"ä \"b\\.cpp", "coro-a", "f(\"\\n\");", "1"},
                            {"c", "coro-a", "", "2"}}));
  std::string Mistake;
  std::optional<BaselineFile> Again = parsed(Text, Mistake);
  ASSERT_TRUE(Again) << Mistake;
  EXPECT_EQ(printed(*Again), Text);
  EXPECT_TRUE(Again->contains("1"));
  EXPECT_FALSE(Again->contains("3"));
  EXPECT_EQ(Again->entries()[1].File, "ä \"b\\.cpp");
}

TEST(BaselineFile, HasALineForEachFinding) {
  EXPECT_EQ(llvm::StringRef(printed(BaselineFile(
                                {{"a", "c", "l", "1"}, {"b", "c", "l", "2"}})))
                .count('\n'),
            7u);
  std::string Mistake;
  EXPECT_TRUE(parsed(printed(BaselineFile()), Mistake)) << Mistake;
}

TEST(BaselineFile, SaysWhereAMistakeIs) {
  EXPECT_EQ(mistakeOf("{\n\"version\": 1,\n"),
            "b.json:3:1: error: not JSON: Expected object key");
  EXPECT_EQ(mistakeOf("{\"findings\": []}"),
            "b.json:1:1: error: a baseline needs a number 'version'");
  EXPECT_EQ(mistakeOf("{\"version\": 1, \"findings\": [\n {\"file\": \"[\", "
                      "\"check\": \"{\", \"line\": \",\\\"\", "
                      "\"fingerprint\": \"1\"},\n  7]}"),
            "b.json:3:3: error: finding 2 is no object");
}
