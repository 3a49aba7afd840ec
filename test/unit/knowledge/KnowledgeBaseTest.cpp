#include "knowledge/KnowledgeBase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

/// A base filled with texts, the strongest first.
class Filled : public KnowledgeBase {
public:
  explicit Filled(std::initializer_list<llvm::StringRef> Texts) {
    for (llvm::StringRef Text : Texts) {
      std::vector<std::string> Errors;
      EXPECT_TRUE(addText(Text, "test.yaml", Errors)) << Errors.front();
    }
  }

  /// The kinds that the facts about \p Function say it blocks for.
  std::vector<BlockKind> kinds(llvm::StringRef Function) const {
    std::vector<BlockKind> Kinds;
    for (const FunctionFact *Fact : function(Function))
      Kinds.push_back(Fact->Blocks.value());
    return Kinds;
  }
};

using Kinds = std::vector<BlockKind>;

constexpr llvm::StringLiteral Sleeper =
    "functions:\n  - {names: [acme::f, acme::g], blocks: sleep}\n";
constexpr llvm::StringLiteral Waiter =
    "functions:\n  - {names: ['acme::*'], blocks: wait}\n";

} // namespace

TEST(KnowledgeBase, FindsAFunctionUnderEachOfItsNames) {
  Filled Base{Sleeper};
  EXPECT_EQ(Base.kinds("acme::f"), Kinds{BlockKind::Sleep});
  EXPECT_EQ(Base.kinds("acme::g"), Kinds{BlockKind::Sleep});
}

TEST(KnowledgeBase, KnowsNothingOfOtherNames) {
  Filled Base{Sleeper};
  EXPECT_TRUE(Base.function("f").empty());
  EXPECT_TRUE(Base.function("acme::fg").empty());
  EXPECT_TRUE(Base.function("other::acme::f").empty());
  EXPECT_TRUE(Base.type("acme::f").empty());
}

TEST(KnowledgeBase, FindsTypes) {
  Filled Base{"types:\n  - {names: [acme::task], task: lazy}\n"};
  ASSERT_EQ(Base.type("acme::task").size(), 1u);
  EXPECT_EQ(Base.type("acme::task")[0]->TaskStart, Start::Lazy);
  EXPECT_TRUE(Base.function("acme::task").empty());
}

TEST(KnowledgeBase, PutsEarlierTextsBeforeLaterOnes) {
  EXPECT_EQ((Filled{Sleeper, Waiter}.kinds("acme::f")),
            (Kinds{BlockKind::Sleep, BlockKind::Wait}));
  EXPECT_EQ((Filled{Waiter, Sleeper}.kinds("acme::f")),
            (Kinds{BlockKind::Wait, BlockKind::Sleep}));
}

TEST(KnowledgeBase, PutsTheUsersTextBeforeTheBundledFiles) {
  Filled Base{"functions:\n  - {names: [sleep], nonblocking: true}\n"};
  Base.addBundled();
  KnowledgeBase::FunctionFacts Facts = Base.function("sleep");
  ASSERT_GE(Facts.size(), 2u);
  EXPECT_TRUE(Facts[0]->NonBlocking);
  EXPECT_TRUE(Facts[1]->Blocks.has_value());
}

TEST(KnowledgeBase, KeepsTheOrderOfEntriesWithinAText) {
  Filled Base{"functions:\n"
              "  - {names: [f], blocks: dns}\n"
              "  - {names: [f], blocks: file}\n"};
  EXPECT_EQ(Base.kinds("f"), (Kinds{BlockKind::Dns, BlockKind::File}));
}

TEST(KnowledgeBase, LetsAStarStandForAnyText) {
  Filled Base{"functions:\n"
              "  - {names: ['acme::*'], blocks: dns}\n"
              "  - {names: ['*::wait'], blocks: wait}\n"
              "  - {names: ['acme::*::run*'], blocks: event-loop}\n"};
  EXPECT_EQ(Base.kinds("acme::f"), Kinds{BlockKind::Dns});
  EXPECT_EQ(Base.kinds("acme::detail::f"), Kinds{BlockKind::Dns});
  EXPECT_EQ(Base.kinds("other::wait"), Kinds{BlockKind::Wait});
  EXPECT_EQ(Base.kinds("acme::loop::run_one"),
            (Kinds{BlockKind::Dns, BlockKind::EventLoop}));
  EXPECT_TRUE(Base.function("wait").empty());
  EXPECT_TRUE(Base.function("acme").empty());
  EXPECT_TRUE(Base.function("my_acme::f").empty());
}

TEST(KnowledgeBase, LetsAStarStandBesideTheCallOperator) {
  Filled Base{"functions: [{names: ['*::operator()'], blocks: wait}]\n"};
  EXPECT_EQ(Base.kinds("acme::f::operator()"), Kinds{BlockKind::Wait});
}

TEST(KnowledgeBase, LetsAStarStandBesideTheSubscriptOperator) {
  Filled Base{"functions: [{names: ['*::operator[]'], blocks: file}]\n"};
  EXPECT_EQ(Base.kinds("acme::table::operator[]"), Kinds{BlockKind::File});
}

TEST(KnowledgeBase, EntersNamesUnderTheirAliases) {
  Filled Base{"also-known-as: [{name: boost::asio, as: asio}]\n"
              "namespaces: [boost::asio]\n"
              "functions:\n"
              "  - {names: [boost::asio::read], blocks: network}\n"
              "  - {names: ['boost::asio::*::run'], blocks: event-loop}\n"
              "types:\n"
              "  - {names: [boost::asio::awaitable], task: lazy}\n"};
  EXPECT_EQ(Base.kinds("boost::asio::read"), Kinds{BlockKind::Network});
  EXPECT_EQ(Base.kinds("asio::read"), Kinds{BlockKind::Network});
  EXPECT_EQ(Base.kinds("asio::io_context::run"), Kinds{BlockKind::EventLoop});
  EXPECT_EQ(Base.type("asio::awaitable").size(), 1u);
  EXPECT_NE(Base.libraryOf("asio::awaitable"), nullptr);
}

TEST(KnowledgeBase, TakesAliasesForWholeNamesOnly) {
  Filled Base{"also-known-as: [{name: acme, as: ac}]\n"
              "functions:\n"
              "  - {names: [acme_tools::f], blocks: wait}\n"};
  EXPECT_EQ(Base.kinds("acme_tools::f"), Kinds{BlockKind::Wait});
  EXPECT_TRUE(Base.function("ac_tools::f").empty());
}

TEST(KnowledgeBase, LeavesAliasesToTheirOwnFile) {
  Filled Base{"also-known-as: [{name: acme, as: ac}]\n", Sleeper};
  EXPECT_TRUE(Base.function("ac::f").empty());
}

TEST(KnowledgeBase, TellsTheLibraryOfANamespace) {
  Filled Base{"{library: acme, namespaces: [acme::net], async-mutex: a mutex}"};
  const KnowledgeBase::Library *L = Base.libraryOf("acme::net::socket::read");
  ASSERT_NE(L, nullptr);
  EXPECT_EQ(L->Name, "acme");
  EXPECT_EQ(L->AsyncMutex, "a mutex");
  EXPECT_EQ(Base.libraryOf("acme::net::connect"), L);
  EXPECT_EQ(Base.libraryOf("acme::file::read"), nullptr);
  EXPECT_EQ(Base.libraryOf("acme::network::read"), nullptr);
  EXPECT_EQ(Base.libraryOf("my::acme::net::read"), nullptr);
  EXPECT_EQ(Base.libraryOf("main"), nullptr);
  EXPECT_EQ(Base.libraryOf(""), nullptr);
}

TEST(KnowledgeBase, PrefersTheInnerNamespace) {
  Filled Base{"{library: boost, namespaces: [boost]}",
              "{library: asio, namespaces: [boost::asio]}"};
  EXPECT_EQ(Base.libraryOf("boost::asio::ip::tcp")->Name, "asio");
  EXPECT_EQ(Base.libraryOf("boost::mutex")->Name, "boost");
}

TEST(KnowledgeBase, LetsTheFirstTextNameTheLibrary) {
  Filled Base{"{library: mine, namespaces: [acme], async-mutex: my_mutex, "
              "one-thread: true}",
              "{library: acme, namespaces: [acme]}"};
  EXPECT_EQ(Base.libraryOf("acme::f")->Name, "mine");
  EXPECT_EQ(Base.libraryOf("acme::f")->AsyncMutex, "my_mutex");
  EXPECT_TRUE(Base.libraryOf("acme::f")->OneThread);
}

TEST(KnowledgeBase, TakesNothingOfATextWithMistakes) {
  KnowledgeBase Base;
  std::vector<std::string> Errors;
  EXPECT_FALSE(Base.addText("namespaces: [acme]\n"
                            "functions:\n"
                            "  - {names: [f], blocks: wait}\n"
                            "  - {names: [g], blocks: wiat}\n",
                            "test.yaml", Errors));
  EXPECT_EQ(Errors.size(), 1u);
  EXPECT_TRUE(Base.function("f").empty());
  EXPECT_EQ(Base.libraryOf("acme::f"), nullptr);
}

TEST(KnowledgeBase, GoesOnAfterATextWithMistakes) {
  KnowledgeBase Base;
  std::vector<std::string> Errors;
  EXPECT_FALSE(Base.addText("functions: 1\n", "bad.yaml", Errors));
  EXPECT_TRUE(Base.addText(Sleeper, "good.yaml", Errors));
  EXPECT_EQ(Errors.size(), 1u);
  EXPECT_EQ(Base.function("acme::f").size(), 1u);
}

namespace {

class KnowledgeFiles : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createUniqueDirectory("corolint", Folder));
  }
  void TearDown() override { llvm::sys::fs::remove_directories(Folder); }

  std::string path(llvm::StringRef Name) const {
    llvm::SmallString<128> Path(Folder);
    llvm::sys::path::append(Path, Name);
    return Path.str().str();
  }

  llvm::SmallString<128> Folder;
};

} // namespace

TEST_F(KnowledgeFiles, AreReadAndShownByTheirLastName) {
  std::error_code Failure;
  llvm::raw_fd_ostream(path("acme.yaml"), Failure) << Sleeper;
  ASSERT_FALSE(Failure);
  KnowledgeBase Base;
  std::vector<std::string> Errors;
  ASSERT_TRUE(Base.addFile(path("acme.yaml"), Errors));
  ASSERT_EQ(Base.function("acme::f").size(), 1u);
  EXPECT_EQ(Base.function("acme::f")[0]->From.str(), "acme.yaml:2");
}

TEST_F(KnowledgeFiles, ThatCannotBeReadAreAMistake) {
  KnowledgeBase Base;
  std::vector<std::string> Errors;
  EXPECT_FALSE(Base.addFile(path("missing.yaml"), Errors));
  ASSERT_EQ(Errors.size(), 1u);
  EXPECT_EQ(
      llvm::StringRef(Errors[0]).take_until([](char C) { return C == ' '; }),
      path("missing.yaml") + ":1:1:");
  EXPECT_TRUE(llvm::StringRef(Errors[0]).contains(
      "error: cannot read the knowledge file: "));
}

TEST_F(KnowledgeFiles, ThatAreFoldersAreAMistake) {
  KnowledgeBase Base;
  std::vector<std::string> Errors;
  EXPECT_FALSE(Base.addFile(Folder, Errors));
  EXPECT_EQ(Errors.size(), 1u);
}
