#include "Prefilter.h"
#include "ScanFolder.h"

using namespace corolint;
using namespace corolint::test;

namespace {

class PrefilterTest : public testing::Test {
protected:
  /// Whether main.cpp with \p Text is dropped; \p Yaml comes before what is
  /// bundled.
  bool isDropped(llvm::StringRef Text, std::vector<std::string> Flags = {},
                 llvm::StringRef Yaml = "") {
    auto Unit = Folder.scan(Text, std::move(Flags));
    if (!Unit) {
      ADD_FAILURE() << "not scanned: " << Text.str();
      return false;
    }
    KnowledgeBase Base;
    std::vector<std::string> Mistakes;
    if (!Yaml.empty())
      Base.addText(Yaml, "test.yaml", Mistakes);
    EXPECT_TRUE(Mistakes.empty());
    Base.addBundled();
    Last = Prefilter(Base, Folder.sources()).judge(*Unit);
    return !Last.MayHaveFindings;
  }

  ScanFolder Folder;
  Verdict Last;
};

TEST_F(PrefilterTest, DropsWhatHasNothingToDoWithCoroutines) {
  EXPECT_TRUE(isDropped("#include <vector>\n#include <string>\n"
                        "int main() { std::vector<int> v; return v.size(); }"))
      << Last.Why;
  EXPECT_EQ(Last.Why, "nothing of coroutines, tasks or spawned work");
}

TEST_F(PrefilterTest, DropsWhatIsOlderThanCoroutines) {
  UnitDependencies Unit;
  Unit.IsOlderThanCoroutines = true;
  KnowledgeBase Base;
  Verdict Found = Prefilter(Base, Folder.sources()).judge(Unit);
  EXPECT_FALSE(Found.MayHaveFindings);
  EXPECT_EQ(Found.Why, "older than C++20");
}

TEST_F(PrefilterTest, KeepsCoroutinesPromisesAndAwaiters) {
  for (const char *Word :
       {"co_await", "co_yield", "co_return", "promise_type", "await_suspend",
        "await_anything", "initial_suspend", "return_void", "sender_concept"})
    EXPECT_FALSE(isDropped(Word)) << Word;
}

TEST_F(PrefilterTest, AWordInsideOfAnotherDoesNotCount) {
  EXPECT_TRUE(isDropped("int my_co_await, co_awaited, thread_count;"))
      << Last.Why;
}

TEST_F(PrefilterTest, CommentsStringsAndFileNamesDoNotCount) {
  Folder.write("thread", "");
  EXPECT_TRUE(isDropped("#include \"thread\"\n"
                        "// co_await\n/* co_return */\n"
                        "const char *a = \"co_yield\", *b = R\"x(\n"
                        "co_await)x\";\n"
                        "#error std::thread wasn't found\n"))
      << Last.Why;
}

TEST_F(PrefilterTest, KeepsWhatIsInAnIncludedHeader) {
  Folder.write("deep/inner.h", "inline void f() { co_await g(); }");
  Folder.write("outer.h", "#include \"deep/inner.h\"\n");
  EXPECT_FALSE(isDropped("#include \"outer.h\"\n"));
  EXPECT_TRUE(llvm::StringRef(Last.Why).starts_with("'co_await' in "))
      << Last.Why;
}

TEST_F(PrefilterTest, AKnownLibrarysOwnCodeDoesNotCount) {
  const char *Yaml = "{library: acme, namespaces: [acme], "
                     "awaitables-need: [job]}";
  const char *Header = "#pragma once\nnamespace acme {\n"
                       "inline int f() { co_return 1; }\n}\n";
  Folder.write("acme/f.h", Header);
  EXPECT_TRUE(isDropped("#include \"acme/f.h\"\nint main() {}", {}, Yaml))
      << Last.Why;
  // A file that only opens the namespace is none of the library's.
  Folder.write("mine/f.h", Header);
  EXPECT_FALSE(isDropped("#include \"mine/f.h\"\nint main() {}", {}, Yaml));
  // Nor is what stands outside of it.
  Folder.write("acme/g.h", "namespace acme {}\nint f() { co_return 1; }");
  EXPECT_FALSE(isDropped("#include \"acme/g.h\"\nint main() {}", {}, Yaml));
  // In a main file everything counts.
  EXPECT_FALSE(
      isDropped("namespace acme { int f() { co_return 1; } }", {}, Yaml));
}

TEST_F(PrefilterTest, KeepsWhoeverCanGetAwaitablesFromALibrary) {
  Folder.write("acme/job.h", "namespace acme { struct job { struct "
                             "promise_type; }; auto fetch(); }\n");
  const char *Use = "#include \"acme/job.h\"\nint main() { acme::fetch(); }";
  EXPECT_FALSE(isDropped(Use, {}, "{library: acme, namespaces: [acme]}"));
  EXPECT_TRUE(isDropped(Use, {},
                        "{library: acme, namespaces: [acme], "
                        "awaitables-need: [job]}"));
  EXPECT_FALSE(isDropped(Use, {},
                         "{library: acme, namespaces: [acme], "
                         "awaitables-need: [fetch]}"));
  EXPECT_FALSE(isDropped(Use, {},
                         "{library: acme, namespaces: [acme], "
                         "awaitables-need: [job], "
                         "awaitables-free-with: [fetch]}"));
}

TEST_F(PrefilterTest, KeepsWhoeverIncludesAnUnknownSystemHeaderWithTasks) {
  Folder.write("system/tasks.h", "struct job { struct promise_type; };");
  EXPECT_FALSE(isDropped("#include <tasks.h>\nint main() {}",
                         {"-isystem", Folder.at("system")}));
}

TEST_F(PrefilterTest, KeepsWhatSpawns) {
  EXPECT_FALSE(isDropped("#include <thread>\nstd::thread t;"));
  EXPECT_FALSE(isDropped("#include <future>\nauto f = std::async(g);"));
  EXPECT_TRUE(isDropped("#include <thread>\nint main() {}")) << Last.Why;
}

TEST_F(PrefilterTest, AFactOfTheUserIsATrigger) {
  const char *Use = "namespace acme { void fork(void (*)()); }\n"
                    "void f() { acme::fork(f); }";
  EXPECT_TRUE(isDropped(Use)) << Last.Why;
  EXPECT_FALSE(isDropped(Use, {},
                         "{library: x, functions: [{names: ['acme::fork'], "
                         "spawns: [{argument: 1, runs-on: other-thread}]}]}"));
  // Of a library that is nowhere in sight.
  EXPECT_TRUE(isDropped(Use, {},
                        "{library: x, functions: [{names: ['other::fork'], "
                        "spawns: [{argument: 1, runs-on: other-thread}]}]}"));
  EXPECT_FALSE(isDropped(Use, {},
                         "{library: x, functions: [{names: ['acme::*'], "
                         "spawns: [{argument: 1, runs-on: other-thread}]}]}"));
}

TEST_F(PrefilterTest, FollowsMacrosOfAnyHeader) {
  Folder.write("system/acme/macros.h", "#define INNER(x) co_await x\n"
                                       "#define WAIT(x) INNER(x)\n"
                                       "#define PASTE(x) co_##x\n");
  const std::string Include = "#include <acme/macros.h>\n";
  auto IsDropped = [&](llvm::StringRef Body) {
    return isDropped(Include + Body.str(), {"-isystem", Folder.at("system")},
                     "{library: acme, namespaces: [acme], "
                     "awaitables-need: [job]}");
  };
  EXPECT_TRUE(IsDropped("int main() {}")) << Last.Why;
  EXPECT_FALSE(IsDropped("int f() { WAIT(1); }"));
  EXPECT_FALSE(IsDropped("int f() { PASTE(await) 1; }"));
  EXPECT_FALSE(isDropped("int f() { WAIT 1; }", {"-DWAIT=co_await"}));
}

TEST_F(PrefilterTest, FollowsOtherNamesOfTypes) {
  Folder.write("system/alias.h", "#include <thread>\n"
                                 "struct traits { using worker = std::thread; "
                                 "};\ntypedef std::thread old_worker;\n");
  std::vector<std::string> Flags = {"-isystem", Folder.at("system")};
  const std::string Include = "#include <alias.h>\n";
  EXPECT_TRUE(isDropped(Include + "int main() {}", Flags)) << Last.Why;
  EXPECT_FALSE(isDropped(Include + "traits::worker w;", Flags));
  EXPECT_FALSE(isDropped(Include + "old_worker w;", Flags));
}

TEST_F(PrefilterTest, DoubtKeeps) {
  EXPECT_FALSE(isDropped("int f() { co_\\\nawait 1; }")) << "two lines";
  EXPECT_FALSE(isDropped("[[clang::annotate(\"corolint::spawns\")]] int f();"));
  Folder.write("plain.cpp", "\nimport tasks;\nint main() {}\n");
  KnowledgeBase Base;
  UnitDependencies Unit;
  Unit.MainFile = Folder.at("plain.cpp");
  EXPECT_TRUE(Prefilter(Base, Folder.sources()).mayHaveFindings(Unit));
  Unit.MainFile = Folder.at("no-such-file.cpp");
  EXPECT_TRUE(Prefilter(Base, Folder.sources()).mayHaveFindings(Unit));
}

TEST_F(PrefilterTest, BranchesOfThePreprocessorDoNotUnbalanceNamespaces) {
  Folder.write("acme/f.h", "#if X\nnamespace acme { inline namespace a {\n"
                           "#else\nnamespace acme { inline namespace b {\n"
                           "#endif\n}}\nint f() { co_return 1; }");
  EXPECT_FALSE(isDropped("#include \"acme/f.h\"\n", {},
                         "{library: acme, namespaces: [acme]}"));
}

} // namespace
