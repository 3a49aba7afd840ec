// What a correct knowledge file says: the file itself.

#include "YamlReading.h"

using namespace corolint;
using namespace corolint::test;

TEST(FactsYaml, ReadsTheKeysOfAFile) {
  KnowledgeFile File = readFile(R"(
library: acme
namespaces: [acme, acme_detail]
also-known-as:
  - {name: acme, as: ac}
async-mutex: "acme::async_mutex"
async-metadata: "use acme::stat"
functions:
  - names: [acme::sleep]
types:
  - names: [acme::task]
)");
  EXPECT_EQ(File.Library, "acme");
  EXPECT_EQ(File.AsyncMutex, "acme::async_mutex");
  EXPECT_EQ(File.AsyncMetadata, "use acme::stat");
  EXPECT_EQ(File.Namespaces, (Lines{"acme", "acme_detail"}));
  ASSERT_EQ(File.Aliases.size(), 1u);
  EXPECT_EQ(File.Aliases[0].Name, "acme");
  EXPECT_EQ(File.Aliases[0].As, "ac");
  ASSERT_EQ(File.Functions.size(), 1u);
  EXPECT_EQ(File.Functions[0].Names, Lines{"acme::sleep"});
  ASSERT_EQ(File.Types.size(), 1u);
  EXPECT_EQ(File.Types[0].Names, Lines{"acme::task"});
}

TEST(FactsYaml, TakesAnEmptyFile) {
  for (const char *Text :
       {"", "\n", "# nothing yet\n", "---\n", "---\n...\n"}) {
    KnowledgeFile File = readFile(Text);
    EXPECT_TRUE(File.Functions.empty() && File.Types.empty()) << Text;
  }
}

TEST(FactsYaml, TakesLinesThatEndAsOnWindows) {
  KnowledgeFile File = readFile(
      "library: acme\r\nfunctions:\r\n  - names: [f]\r\n    blocks: dns\r\n");
  EXPECT_EQ(File.Library, "acme");
  ASSERT_EQ(File.Functions.size(), 1u);
  EXPECT_EQ(File.Functions[0].Fact.Blocks, BlockKind::Dns);
}

TEST(FactsYaml, TakesSeveralNamesForOneEntry) {
  KnowledgeFile File = readFile("functions:\n  - names: [f, g::h, '*::i']\n");
  ASSERT_EQ(File.Functions.size(), 1u);
  EXPECT_EQ(File.Functions[0].Names, (Lines{"f", "g::h", "*::i"}));
}

TEST(FactsYaml, TakesNamesOneOnALine) {
  KnowledgeFile File =
      readFile("functions:\n  - names:\n      - f\n      - \"g\"\n");
  ASSERT_EQ(File.Functions.size(), 1u);
  EXPECT_EQ(File.Functions[0].Names, (Lines{"f", "g"}));
}

TEST(FactsYaml, IgnoresTheColonsThatANameBeginsWith) {
  KnowledgeFile File = readFile("functions:\n  - names: ['::sleep']\n");
  ASSERT_EQ(File.Functions.size(), 1u);
  EXPECT_EQ(File.Functions[0].Names, Lines{"sleep"});
}

TEST(FactsYaml, RemembersWhereAnEntryStands) {
  KnowledgeFile File = readFile(R"(library: acme
functions:
  - names: [f]
  - names: [g]
types:
  - names: [t]
)");
  ASSERT_EQ(File.Functions.size(), 2u);
  EXPECT_EQ(File.Functions[0].Fact.From.str(), "acme.yaml:3");
  EXPECT_EQ(File.Functions[1].Fact.From.str(), "acme.yaml:4");
  ASSERT_EQ(File.Types.size(), 1u);
  EXPECT_EQ(File.Types[0].Fact.From.str(), "acme.yaml:6");
}

TEST(FactsYaml, DoesNotMindTheOrderOfTheKeys) {
  KnowledgeFile File = readFile("functions:\n"
                                "  - blocks: file\n"
                                "    names: [f]\n"
                                "library: acme\n");
  ASSERT_EQ(File.Functions.size(), 1u);
  EXPECT_EQ(File.Functions[0].Fact.Blocks, BlockKind::File);
  EXPECT_EQ(File.Library, "acme");
}

TEST(FactsYaml, ReadsTextsOfAnyStyle) {
  EXPECT_EQ(functionWith("because: sleeps").Because, "sleeps");
  EXPECT_EQ(functionWith("because: 'sleeps: long'").Because, "sleeps: long");
  EXPECT_EQ(functionWith("because: \"says \\\"hi\\\"\"").Because,
            "says \"hi\"");
  EXPECT_EQ(functionWith("because: |\n      sleeps\n").Because, "sleeps");
  EXPECT_EQ(functionWith("instead: co_await it").Instead, "co_await it");
  EXPECT_EQ(typeWith("because: is plain").Because, "is plain");
  EXPECT_EQ(typeWith("instead: copy it").Instead, "copy it");
}
