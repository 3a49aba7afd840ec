#include "Mediator.h"
#include "gtest/gtest.h"

using namespace corolint;
using namespace llvm;

namespace {

struct MediatorTest : testing::Test {
  std::vector<std::pair<Party, std::string>> Sent;
  Mediator Between{
      [this](Party To, StringRef Body) { Sent.push_back({To, Body.str()}); }};
  Mediator::Time Now{};

  void say(Party Who, const std::string &Body) { Between.hear(Who, Body, Now); }

  /// What was sent to \p To since the last question, one a line.
  std::string to(Party To) {
    std::string Text;
    for (const auto &[Who, Body] : std::exchange(Sent, {}))
      if (Who == To)
        Text += Body + "\n";
    return Text;
  }

  void greet() {
    say(Party::Client, R"({"id":1,"method":"initialize","params":{}})");
    say(Party::Users, R"({"id":1,"result":{"capabilities":{}}})");
    say(Party::Ours, R"({"id":1,"result":{"capabilities":{}}})");
  }

  void open() {
    say(Party::Client,
        R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":"u"}}})");
  }

  void publish(Party Who, int Version, const std::string &Codes) {
    say(Who,
        R"({"method":"textDocument/publishDiagnostics","params":{"uri":"u","version":)" +
            std::to_string(Version) + R"(,"diagnostics":[)" + Codes + "]}}");
  }

  void askActions(const std::string &Id) {
    say(Party::Client,
        R"({"id":)" + Id +
            R"(,"method":"textDocument/codeAction","params":{"context":{"diagnostics":[{"code":"coro-x"},{"code":"other"}]}}})");
  }

  static std::string published(const std::string &Codes,
                               const std::string &Version) {
    return R"({"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"diagnostics":[)" +
           Codes + R"(],"uri":"u")" + Version + "}}\n";
  }
};

constexpr char Theirs[] = R"({"code":"other"})";
constexpr char Ours[] = R"({"code":"coro-x"})";
constexpr char Both[] = R"({"code":"other"},{"code":"coro-x"})";

TEST_F(MediatorTest, OursIsGreetedAfterTheUsersAndCountsAsItDoes) {
  say(Party::Client,
      R"({"id":1,"method":"initialize","params":{"capabilities":{"window":{},"workspace":{}}}})");
  open();
  EXPECT_EQ(to(Party::Ours), "");
  say(Party::Users, R"({"id":1,"result":{"offsetEncoding":"utf-8"}})");
  EXPECT_EQ(
      to(Party::Ours),
      R"({"id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-8"]},"offsetEncoding":["utf-8"]}}})"
      "\n");
  say(Party::Ours, R"({"id":1,"result":{}})");
  EXPECT_EQ(
      to(Party::Ours),
      R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":"u"}}})"
      "\n");
}

TEST_F(MediatorTest, DiagnosticsAreMergedAndTheVersionIsNamedOnceBothAgree) {
  greet();
  open();
  to(Party::Client);
  publish(Party::Users, 1, Theirs);
  EXPECT_EQ(to(Party::Client), published(Theirs, ""));
  publish(Party::Ours, 1, Both);
  EXPECT_EQ(to(Party::Client), published(Both, R"(,"version":1)"));
  publish(Party::Ours, 2, "");
  EXPECT_EQ(to(Party::Client), published(Theirs, ""));
  publish(Party::Users, 2, "");
  EXPECT_EQ(to(Party::Client), published("", R"(,"version":2)"));
}

TEST_F(MediatorTest, AUsersClangdThatHasOurChecksDoublesNothing) {
  greet();
  open();
  publish(Party::Ours, 1, Ours);
  to(Party::Client);
  publish(Party::Users, 1, Both);
  EXPECT_EQ(to(Party::Client), published(Both, R"(,"version":1)"));
}

TEST_F(MediatorTest, WhatComesLateForAClosedDocumentIsDropped) {
  greet();
  open();
  publish(Party::Ours, 1, Ours);
  say(Party::Client,
      R"({"method":"textDocument/didClose","params":{"textDocument":{"uri":"u"}}})");
  to(Party::Client);
  publish(Party::Ours, 1, Ours);
  EXPECT_EQ(to(Party::Client), "");
}

TEST_F(MediatorTest, OursIsAskedForTheActionsOfItsFindingsOnly) {
  greet();
  to(Party::Ours);
  askActions("2");
  EXPECT_EQ(
      to(Party::Ours),
      R"({"id":2,"method":"textDocument/codeAction","params":{"context":{"diagnostics":[{"code":"coro-x"}],"only":["quickfix"]}}})"
      "\n");
}

TEST_F(MediatorTest, AnswersWaitForEachOther) {
  greet();
  askActions("2");
  askActions("\"2\"");
  to(Party::Client);
  say(Party::Ours, R"({"id":2,"result":["ours"]})");
  say(Party::Users, R"({"id":"2","result":["users"]})");
  EXPECT_EQ(to(Party::Client), "");
  say(Party::Users, R"({"id":2,"result":["users"]})");
  EXPECT_EQ(to(Party::Client), "{\"id\":2,\"result\":[\"users\",\"ours\"]}\n");
  say(Party::Ours, R"({"id":"2","error":{}})");
  EXPECT_EQ(to(Party::Client), "{\"id\":\"2\",\"result\":[\"users\"]}\n");
}

TEST_F(MediatorTest, AnErrorOfTheUsersIsTheAnswer) {
  greet();
  askActions("2");
  to(Party::Client);
  say(Party::Users, R"({"error":{"code":-32800},"id":2})");
  EXPECT_EQ(to(Party::Client), "{\"error\":{\"code\":-32800},\"id\":2}\n");
  say(Party::Ours, R"({"id":2,"result":["late"]})");
  EXPECT_EQ(to(Party::Client), "");
}

TEST_F(MediatorTest, PatienceWithOursEnds) {
  greet();
  askActions("2");
  say(Party::Users, R"({"id":2,"result":["users"]})");
  to(Party::Client);
  ASSERT_TRUE(Between.deadline());
  Between.passed(*Between.deadline() - std::chrono::milliseconds(1));
  EXPECT_EQ(to(Party::Client), "");
  Between.passed(*Between.deadline());
  EXPECT_EQ(to(Party::Client), "{\"id\":2,\"result\":[\"users\"]}\n");
  EXPECT_FALSE(Between.deadline());
}

TEST_F(MediatorTest, WithoutOursItsFindingsGoAndAnswersCome) {
  greet();
  open();
  publish(Party::Users, 1, Theirs);
  publish(Party::Ours, 1, Ours);
  askActions("2");
  say(Party::Users, R"({"id":2,"result":null})");
  to(Party::Client);
  Between.withoutOurs();
  EXPECT_EQ(to(Party::Client), "{\"id\":2,\"result\":null}\n" +
                                   published(Theirs, R"(,"version":1)"));
  askActions("3");
  say(Party::Users, R"({"id":3,"result":[]})");
  EXPECT_EQ(to(Party::Client), "{\"id\":3,\"result\":[]}\n");
}

TEST_F(MediatorTest, OursIsAnsweredInTheClientsPlace) {
  greet();
  to(Party::Client);
  say(Party::Ours, R"({"id":9,"method":"window/workDoneProgress/create"})");
  EXPECT_EQ(to(Party::Ours),
            "{\"id\":9,\"jsonrpc\":\"2.0\",\"result\":null}\n");
  say(Party::Ours, R"({"method":"$/progress"})");
  EXPECT_EQ(to(Party::Client), "");
}

} // namespace
