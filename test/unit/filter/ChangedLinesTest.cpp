#include "ChangedLines.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

/// "a.cpp:1-3,5-5 b.h:all"
std::string shown(const std::vector<FileLines> &Files) {
  std::string Text;
  for (const FileLines &Each : Files) {
    Text += (Text.empty() ? "" : " ") + Each.Name + ":";
    for (size_t I = 0; I != Each.Ranges.size(); ++I)
      Text += (I ? "," : "") + std::to_string(Each.Ranges[I].first) + "-" +
              std::to_string(Each.Ranges[I].second);
    Text += Each.Ranges.empty() ? "all" : "";
  }
  return Text;
}

std::string ofJson(llvm::StringRef Json) {
  std::string Mistake;
  auto Files = linesOfJson(Json, Mistake);
  return Files ? shown(*Files) : Mistake;
}

} // namespace

TEST(ChangedLinesOfDiff, AreThoseThatAreAdded) {
  EXPECT_EQ(shown(linesOfDiff("diff --git a/x.cpp b/x.cpp\n"
                              "index 1..2 100644\n"
                              "--- a/x.cpp\n"
                              "+++ b/x.cpp\n"
                              "@@ -1 +1 @@ int main()\n"
                              "-old\n"
                              "+new\n"
                              "@@ -4,0 +5,3 @@\n"
                              "+a\n"
                              "+b\n"
                              "+c\n"
                              "@@ -9,2 +11,0 @@\n"
                              "-gone\n"
                              "-gone\n")),
            "x.cpp:1-1,5-7");
}

TEST(ChangedLinesOfDiff, DoNotTakeTheTextOfAFileForAHeading) {
  EXPECT_EQ(shown(linesOfDiff("--- a/x.cpp\n"
                              "+++ b/x.cpp\n"
                              "@@ -1,2 +1,2 @@\n"
                              "--- a/y.cpp\n"
                              "-@@ -1 +1 @@\n"
                              "+++ b/y.cpp\n"
                              "+@@ -7 +7 @@\n"
                              "@@ -9 +9 @@\n"
                              "-x\n"
                              "\\ No newline at end of file\n"
                              "+y\n"
                              "\\ No newline at end of file\n"
                              "--- a/z.cpp\n"
                              "+++ b/z.cpp\n"
                              "@@ -0,0 +1 @@\n"
                              "+z\n")),
            "x.cpp:1-2,9-9 z.cpp:1-1");
}

TEST(ChangedLinesOfDiff, HaveNamesWithAnyBytes) {
  EXPECT_EQ(shown(linesOfDiff("--- /dev/null\n"
                              "+++ b/my file.cpp\t\n"
                              "@@ -0,0 +1 @@\n"
                              "+z\n"
                              "--- /dev/null\n"
                              "+++ \"b/q\\\"\\\\\\t\\303\\274.cpp\"\n"
                              "@@ -0,0 +2 @@\n"
                              "+z\n")),
            "my file.cpp:1-1 q\"\\\t\xC3\xBC.cpp:2-2");
}

TEST(ChangedLinesOfDiff, AreNoneOfAFileThatIsGoneOrOnlyShorter) {
  EXPECT_EQ(shown(linesOfDiff("--- a/gone.cpp\n"
                              "+++ /dev/null\n"
                              "@@ -1 +0,0 @@\n"
                              "-z\n"
                              "--- a/shorter.cpp\n"
                              "+++ b/shorter.cpp\n"
                              "@@ -3 +2,0 @@\n"
                              "-z\n")),
            "");
  EXPECT_EQ(shown(linesOfDiff("")), "");
}

TEST(ChangedLinesOfDiff, EndWithATextThatIsCutOff) {
  EXPECT_EQ(shown(linesOfDiff("+++ b/x.cpp\n@@ -1 +1,9 @@\n+a")), "x.cpp:1-9");
  EXPECT_EQ(shown(linesOfDiff("+++ b/x.cpp\n@@ -1 +a @@\n+++ \"b/\\")), "");
}

TEST(ChangedLinesOfJson, AreThoseOfClangTidy) {
  EXPECT_EQ(ofJson(R"([{"name":"a.cpp","lines":[[1,3],[5,7]]},{"name":"b"}])"),
            "a.cpp:1-3,5-7 b:all");
  EXPECT_EQ(ofJson("[]"), "");
}

TEST(ChangedLinesOfJson, SayWhatIsWrong) {
  EXPECT_EQ(ofJson("[").rfind("it is not JSON: ", 0), 0u);
  EXPECT_EQ(ofJson("{}").rfind("it is not a list", 0), 0u);
  EXPECT_EQ(ofJson("[1]"), "of entry 1, it is not an object");
  EXPECT_EQ(ofJson(R"([{"name":"a"},{"lines":[]}])"),
            "of entry 2, it has no 'name'");
  EXPECT_EQ(ofJson(R"([{"name":"a","line":[]}])"),
            "of entry 1, it has the key 'line'; expected name and lines");
  for (const char *Lines :
       {"[1]", "[[1]]", "[[1,\"2\"]]", "[[-1,2]]", "{}", "[[1,99999999999]]"})
    EXPECT_NE(ofJson(std::string(R"([{"name":"a","lines":)") + Lines + "}]")
                  .find("are not pairs of line numbers"),
              std::string::npos)
        << Lines;
}

TEST(ChangedLines, MatchTheEndOfAName) {
  ChangedLines Lines({{"src/a.cpp", {}}}, ChangedLines::Names::Ends);
  EXPECT_TRUE(Lines.hasFile("/x/src/a.cpp"));
  EXPECT_FALSE(Lines.hasFile("/x/a.cpp"));
  EXPECT_FALSE(Lines.hasFile("/x/src/a.cpp.h"));
}
