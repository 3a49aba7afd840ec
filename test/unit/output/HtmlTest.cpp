#include "Samples.h"
#include "SourceFile.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace corolint::output;
using testing::HasSubstr;
using testing::Not;

TEST(Html, SaysThatThereIsNothingToReport) {
  Report R;
  R.Analysed = {"a.cpp", "b.cpp"};
  std::string Page = written(writeHtml, R);
  EXPECT_THAT(Page, HasSubstr("Nothing to report: no findings in 2 files.<"));
  EXPECT_THAT(Page, HasSubstr("<li>b.cpp</li>"));
  EXPECT_THAT(Page, Not(HasSubstr("<table")));
}

TEST(Html, DoesNotPraiseWhatCouldNotBeAnalysed) {
  Report R;
  R.Analysed = {"a.cpp"};
  R.Failures = {{"<b>.cpp", "no <such> thing"}};
  std::string Page = written(writeHtml, R);
  EXPECT_THAT(Page, HasSubstr("no findings in 1 file that could be analysed."));
  EXPECT_THAT(Page, HasSubstr("1 file could not be analysed"));
  EXPECT_THAT(Page, HasSubstr("&lt;b&gt;.cpp"));
  EXPECT_THAT(Page, HasSubstr("no &lt;such&gt; thing"));
}

TEST(Html, HasSuppressedFindingsFoldedAndNotCounted) {
  Report R;
  R.Analysed = {"a.cpp"};
  R.Results = {found(5)};
  R.Results[0].Since = Baseline::New;
  R.Suppressed = {quietened(9), accepted(12)};
  std::string Page = written(writeHtml, R);
  EXPECT_THAT(Page, HasSubstr("<h1>corolint: 1 finding in 1 file</h1>"));
  EXPECT_THAT(Page, HasSubstr("<span class=\"since\">new</span>"));
  auto [Counted, Folded] = llvm::StringRef(Page).split(
      "<details id=\"suppressed\">\n<summary>2 suppressed findings</summary>");
  EXPECT_EQ(Counted.count("<article"), 1u);
  EXPECT_EQ(Folded.count("<article"), 2u);
  EXPECT_THAT(Folded.str(), HasSubstr("Suppressed by a NOLINT comment, "
                                      "a.cpp:8:1: runs elsewhere<"));
  EXPECT_THAT(Folded.str(),
              HasSubstr("Suppressed by the baseline, known.json<"));
}

TEST(Html, HasNothingOfItsInputAsMarkup) {
  SourceFile File("// </pre></script><!-- \xE4 <script>evil()</script>\n");
  Report R;
  R.Results = {found(1)};
  Result &Hostile = R.Results[0];
  std::string Text = "</script><script>evil()</script><!--<script>\xE4";
  Hostile.Message = Text;
  Hostile.Check = Hostile.Fingerprint = "</script><script>evil()</script>";
  Hostile.Where = File.place(1, 4, 1, 10);
  Hostile.Notes.push_back(
      {Text, {"\"><img src=x>\xE4.cpp", {1, 1, 1}, {1, 2, 2}}});
  Hostile.Fix.push_back({File.place(1, 1, 1, 1), Text});
  Hostile.Suppressions.push_back({Suppression::Source::Comment, {}, Text});
  R.Suppressed = {Hostile};
  R.Analysed = {Text};
  R.Failures = {{Text, Text}};
  std::string Page = written(writeHtml, R);
  // The data and the script of the page itself.
  EXPECT_EQ(llvm::StringRef(Page).count("<script"), 2u);
  EXPECT_EQ(llvm::StringRef(Page).count("</script"), 2u);
  EXPECT_THAT(Page, Not(HasSubstr("<img")));
  EXPECT_THAT(Page, Not(HasSubstr("<!--")));
  EXPECT_TRUE(llvm::json::isUTF8(Page));
}

TEST(Html, ShowsTheFixAsADiff) {
  SourceFile File("{\n  load();\n}\n");
  Report R;
  R.Results = {found(2)};
  R.Results[0].Where.File = File.name();
  R.Results[0].Fix.push_back({File.place(2, 3, 2, 3), "co_await "});
  std::string Page = written(writeHtml, R);
  EXPECT_THAT(Page, HasSubstr("<mark>load</mark>();"));
  EXPECT_THAT(Page, HasSubstr("<del>-  load();</del>\n"
                              "<ins>+  co_await load();</ins>"));
}
