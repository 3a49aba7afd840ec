#include "HtmlText.h"
#include "gtest/gtest.h"

using namespace corolint::output;

TEST(HtmlText, CanStandInTextAndInAttributes) {
  EXPECT_EQ(htmlText("<a href=\"x\" id='y'>&amp;"),
            "&lt;a href=&quot;x&quot; id=&apos;y&apos;&gt;&amp;amp;");
}

TEST(HtmlText, ReplacesWhatIsNoCharacter) {
  EXPECT_EQ(htmlText("\xC3\xBC"), "\xC3\xBC");
  EXPECT_EQ(htmlText("\xE4"), "\xEF\xBF\xBD");
  EXPECT_EQ(htmlText(llvm::StringRef("\0\x1B\x7F", 3)),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(htmlText("a\tb\nc"), "a\tb\nc");
}

TEST(Markdown, HasTitlesParagraphsAndLists) {
  EXPECT_EQ(
      htmlOfMarkdown("# coro-x\n\nTwo\nlines.\n\n## Why\n\n- one\n  more\n"
                     "- two\n\nEnd.\n"),
      "<h3>coro-x</h3><p>Two\nlines.</p><h4>Why</h4>"
      "<ul><li>one\nmore</li><li>two</li></ul><p>End.</p>");
}

TEST(Markdown, LeavesExamplesAsTheyAre) {
  EXPECT_EQ(
      htmlOfMarkdown("Text:\n```cpp bad\n#include <a>\n\n- *p;\n```\nEnd"),
      "<p>Text:</p><pre class=\"bad\">#include &lt;a&gt;\n\n- *p;\n</pre>"
      "<p>End</p>");
}

TEST(Markdown, MarksCodeAndEmphasis) {
  EXPECT_EQ(
      htmlOfMarkdown("`a<*b*>` is **not `c`** *but* 2 * 3"),
      "<p><code>a&lt;*b*&gt;</code> is <strong>not <code>c</code></strong> "
      "<em>but</em> 2 * 3</p>");
}

TEST(Markdown, LinksToWhatIsInTheDocumentOrOnTheWeb) {
  EXPECT_EQ(htmlOfMarkdown("[x](coro-x.md), [law](../semantics.md), "
                           "[web](https://a.b/?c&d), [bad](javascript:e)"),
            "<p><a href=\"#coro-x\">x</a>, law, "
            "<a href=\"https://a.b/?c&amp;d\">web</a>, bad</p>");
}

TEST(Markdown, DoesNotStumbleOverWhatIsNotClosed) {
  EXPECT_EQ(htmlOfMarkdown("a `b\n**c [d"), "<p>a `b\n**c [d</p>");
  EXPECT_EQ(htmlOfMarkdown("```cpp\nx"), "<pre class=\"\">x</pre>");
}
