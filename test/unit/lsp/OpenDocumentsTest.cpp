#include "OpenDocuments.h"
#include "gtest/gtest.h"

using namespace corolint;
using namespace llvm;

namespace {

constexpr char Uri[] = "file:///a.cpp";

json::Object parsed(const std::string &Text) {
  return *cantFail(json::parse(Text)).getAsObject();
}

struct OpenDocumentsTest : testing::Test {
  OpenDocuments Documents;

  void open(const std::string &Text) {
    json::Object Document{{"uri", Uri}, {"text", Text}};
    Documents.see("textDocument/didOpen",
                  json::Object{{"textDocument", std::move(Document)}});
  }

  /// Replaces what lies between two positions, each "line:character".
  void change(unsigned Line, unsigned From, unsigned ToLine, unsigned To,
              const std::string &Text) {
    std::string Range = formatv(
        R"({"start":{"line":{0},"character":{1}},"end":{"line":{2},"character":{3}}})",
        Line, From, ToLine, To);
    json::Object Change{{"text", Text}, {"range", parsed(Range)}};
    json::Object Document{{"uri", Uri}};
    Documents.see(
        "textDocument/didChange",
        json::Object{{"textDocument", std::move(Document)},
                     {"contentChanges", json::Array{std::move(Change)}}});
  }

  std::string line(int64_t Number) {
    return Documents.line(Uri, Number).value_or("<none>").str();
  }
};

TEST_F(OpenDocumentsTest, LinesHaveNoEnds) {
  open("one\r\ntwo\n");
  EXPECT_EQ(line(0), "one");
  EXPECT_EQ(line(1), "two");
  EXPECT_EQ(line(2), "");
  EXPECT_EQ(line(3), "<none>");
  EXPECT_EQ(line(-1), "<none>");
}

TEST_F(OpenDocumentsTest, ChangesSpanLines) {
  open("one\ntwo\nthree\n");
  change(0, 2, 2, 2, "X\nY");
  EXPECT_EQ(line(0), "onX");
  EXPECT_EQ(line(1), "Yree");
}

TEST_F(OpenDocumentsTest, CharactersAreCountedInUtf16) {
  open("ä\U0001f600b");
  change(0, 3, 0, 4, "c");
  EXPECT_EQ(line(0), "ä\U0001f600c");
  EXPECT_EQ(lengthIn(PositionUnit::Utf16, line(0)), 4u);
}

TEST_F(OpenDocumentsTest, OrAsTheServerHasChosen) {
  Documents.countIn(positionUnit("utf-8"));
  open("äb");
  change(0, 2, 0, 3, "c");
  EXPECT_EQ(line(0), "äc");
  Documents.countIn(positionUnit("utf-32"));
  change(0, 1, 0, 2, "d");
  EXPECT_EQ(line(0), "äd");
}

TEST_F(OpenDocumentsTest, BehindTheEndOfALineIsItsEnd) {
  open("one\ntwo");
  change(0, 99, 0, 99, "!");
  EXPECT_EQ(line(0), "one!");
  EXPECT_EQ(line(1), "two");
}

TEST_F(OpenDocumentsTest, AChangeThatFitsNothingForgetsTheDocument) {
  open("one");
  change(5, 0, 5, 1, "x");
  EXPECT_FALSE(Documents.isOpen(Uri));
}

TEST_F(OpenDocumentsTest, AClosedDocumentIsForgotten) {
  open("one");
  Documents.see("textDocument/didClose",
                parsed(R"({"textDocument": {"uri": "file:///a.cpp"}})"));
  EXPECT_EQ(line(0), "<none>");
}

} // namespace
