// Each form of a mistake: its place, what was read, what is allowed.

#include "YamlReading.h"

using namespace corolint;
using namespace corolint::test;

namespace {

Lines one(llvm::StringRef Place, llvm::StringRef Message) {
  return {("user/acme.yaml:" + Place + ": error: " + Message).str()};
}

/// The mistakes in a function 'f' with the line \p Key, which is line 3.
Lines mistakesWith(llvm::StringRef Key) {
  return mistakes(("functions:\n  - names: [f]\n    " + Key + "\n").str());
}

} // namespace

TEST(FactsYamlErrors, NameTheAllowedKeysOfAFile) {
  EXPECT_EQ(mistakes("library: acme\nfunction: []\n"),
            one("2:1", "unknown key 'function' in a knowledge file; expected "
                       "one of library, language, namespaces, also-known-as, "
                       "async-mutex, async-metadata, when-all, cancellation, "
                       "one-thread, awaitables-need, awaitables-free-with, "
                       "functions, types"));
}

TEST(FactsYamlErrors, NameTheAllowedKeysOfAFunction) {
  EXPECT_EQ(
      mistakesWith("block: sleep"),
      one("3:5",
          "unknown key 'block' in a function for 'f'; expected one of names, "
          "blocks, joins, only-for-tasks, only-on-results, nonblocking, "
          "unless-zero, "
          "unless-arguments, unless-flag, result-destructor-blocks, spawns, "
          "offloads, calls, destroys-callables, drops-results, "
          "consumes, uses-up, detaches, discardable, drops-failures, "
          "acquires, releases, tries, "
          "keeps-locked, never-suspends, gives-ready, hops, thread-state, "
          "expects-failure, defines-tests, because, instead"));
}

TEST(FactsYamlErrors, NameTheAllowedKeysOfAType) {
  EXPECT_EQ(mistakes("types:\n  - names: [t]\n    lazy: true\n"),
            one("3:5",
                "unknown key 'lazy' in a type for 't'; expected one of names, "
                "task, dropped, must-await, discardable, never-suspends, "
                "awaited, starts-empty, empty-is-ready, "
                "mutex, guard, guard-tag, sharing, destructor-blocks, "
                "executor, may-block, defines-tests, shares-itself, error, "
                "drops-failures, because, instead"));
}

TEST(FactsYamlErrors, NameTheAllowedKeysOfASpawn) {
  EXPECT_EQ(mistakesWith("spawns: [{argument: 1, where: here}]"),
            one("3:28", "unknown key 'where' in a spawn for 'f'; expected one "
                        "of argument, runs-on, executor, scoped, and-rest, "
                        "gives-back"));
}

TEST(FactsYamlErrors, NameTheAllowedKeysOfAnAlias) {
  EXPECT_EQ(
      mistakes("also-known-as:\n  - {name: a, as: b, is: c}\n"),
      one("2:22", "unknown key 'is' in an alias; expected one of name, as"));
}

TEST(FactsYamlErrors, NameTheAllowedWordsOfAFunction) {
  EXPECT_EQ(mistakesWith("blocks: slep"),
            one("3:13",
                "unknown blocks 'slep' for 'f'; expected sleep, wait, "
                "network, dns, process, file, event-loop, lock, console, "
                "descriptor or metadata"));
  EXPECT_EQ(mistakesWith("spawns: [{argument: 1, runs-on: pool}]"),
            one("3:37", "unknown runs-on 'pool' for 'f'; expected "
                        "other-thread, same-thread, unknown or "
                        "executor-argument"));
}

TEST(FactsYamlErrors, NameTheAllowedWordsOfAType) {
  auto With = [](llvm::StringRef Key) {
    return mistakes(("types:\n  - names: [t]\n    " + Key + "\n").str());
  };
  EXPECT_EQ(With("task: hot"), one("3:11", "unknown task 'hot' for 't'; "
                                           "expected lazy, eager or unknown"));
  EXPECT_EQ(With("dropped: lost"),
            one("3:14", "unknown dropped 'lost' for 't'; expected never-runs, "
                        "runs-on, cancels or leaks"));
  EXPECT_EQ(With("mutex: fiber"), one("3:12", "unknown mutex 'fiber' for 't'; "
                                              "expected thread or task"));
  EXPECT_EQ(With("guard: fiber"),
            one("3:12", "unknown guard 'fiber' for 't'; expected thread, task "
                        "or by-mutex"));
  EXPECT_EQ(With("guard-tag: later"),
            one("3:16", "unknown guard-tag 'later' for 't'; expected defer, "
                        "try or adopt"));
  EXPECT_EQ(With("sharing: safe"),
            one("3:14", "unknown sharing 'safe' for 't'; expected unsafe, "
                        "thread-bound, unshared, immutable, synchronised or "
                        "as-arguments"));
  EXPECT_EQ(With("executor: pool"),
            one("3:15", "unknown executor 'pool' for 't'; expected "
                        "other-thread, same-thread or unknown"));
}

TEST(FactsYamlErrors, NameTheAllowedFlags) {
  EXPECT_EQ(mistakesWith("joins: yes"),
            one("3:12", "unknown joins 'yes' for 'f'; expected true or false"));
}

TEST(FactsYamlErrors, NameTheAllowedNumbers) {
  const llvm::StringRef Expected =
      "; expected an argument number (1 is the first, 0 the object)";
  EXPECT_EQ(
      mistakesWith("unless-zero: last"),
      one("3:18", ("unknown unless-zero 'last' for 'f'" + Expected).str()));
  EXPECT_EQ(mistakesWith("acquires: -1"),
            one("3:15", ("unknown acquires '-1' for 'f'" + Expected).str()));
  EXPECT_EQ(mistakesWith("tries: 32"),
            one("3:12", ("unknown tries '32' for 'f'" + Expected).str()));
  EXPECT_EQ(mistakesWith("consumes: [1, x]"),
            one("3:19", ("unknown consumes 'x' for 'f'" + Expected).str()));
}

TEST(FactsYamlErrors, SayWhenAValueIsNoText) {
  EXPECT_EQ(mistakes("library:\n  - acme\n"),
            one("2:3", "'library' is not a text"));
  EXPECT_EQ(mistakesWith("because:\n      a: b"),
            one("4:7", "'because' for 'f' is not a text"));
  EXPECT_EQ(mistakes("functions:\n  - names:\n    - f\n    - - g\n"),
            one("4:7", "'name' is not a text"));
}

TEST(FactsYamlErrors, PointIntoAnInlineValue) {
  EXPECT_EQ(mistakes("library: [acme]\n"),
            one("1:11", "'library' is not a text"));
  EXPECT_EQ(mistakesWith("because: {a: b}"),
            one("3:15", "'because' for 'f' is not a text"));
  EXPECT_EQ(mistakesWith("blocks: [\n      sleep]"),
            one("4:7", "'blocks' for 'f' is not a text"));
  EXPECT_EQ(mistakes("also-known-as:\n  - {name: acme}\n"),
            one("2:6", "an alias needs 'name' and 'as'"));
}

TEST(FactsYamlErrors, SayWhenAValueIsMissing) {
  EXPECT_EQ(mistakes("functions:\n  - names: [f]\n    because:\n").size(), 1u);
  EXPECT_EQ(mistakes("library:\n").size(), 1u);
}

TEST(FactsYamlErrors, SayWhenAValueIsNoList) {
  EXPECT_EQ(mistakes("namespaces: acme\n"),
            one("1:13", "'namespaces' is not a list"));
  EXPECT_EQ(mistakes("functions:\n  names: [f]\n"),
            one("2:3", "'functions' is not a list"));
  EXPECT_EQ(mistakesWith("offloads: 1"),
            one("3:15", "'offloads' for 'f' is not a list"));
}

TEST(FactsYamlErrors, SayWhenAnEntryIsNoMapping) {
  EXPECT_EQ(mistakes("- functions\n"),
            one("1:1", "a knowledge file is not a mapping of keys to values"));
  EXPECT_EQ(mistakesWith("spawns: [1]"),
            one("3:14", "a spawn is not a mapping of keys to values"));
}

TEST(FactsYamlErrors, AskForMissingNames) {
  EXPECT_EQ(mistakes("functions:\n  - blocks: sleep\n"),
            one("2:5", "a function needs 'names', a list of qualified names"));
  EXPECT_EQ(mistakes("types:\n  - names: []\n    task: lazy\n"),
            one("2:5", "a type needs 'names', a list of qualified names"));
}

TEST(FactsYamlErrors, AskForMissingPartsOfAnAlias) {
  EXPECT_EQ(mistakes("also-known-as:\n  - name: acme\n"),
            one("2:5", "an alias needs 'name' and 'as'"));
}

TEST(FactsYamlErrors, SayWhenAKeyIsGivenTwice) {
  EXPECT_EQ(mistakes("library: a\nlibrary: b\n"),
            one("2:1", "key 'library' is given twice"));
  EXPECT_EQ(mistakesWith("joins: true\n    joins: true"),
            one("4:5", "key 'joins' for 'f' is given twice"));
}

TEST(FactsYamlErrors, NameTheEntryThatIsReadOnly) {
  EXPECT_EQ(mistakes("functions:\n  - names: [f]\nnamespaces: acme\n"),
            one("3:13", "'namespaces' is not a list"));
}

TEST(FactsYamlErrors, AreAllReported) {
  EXPECT_EQ(mistakes("librari: acme\n"
                     "functions:\n"
                     "  - names: [f]\n"
                     "    blocks: slep\n"
                     "    joins: yes\n"
                     "types:\n"
                     "  - task: lazy\n")
                .size(),
            4u);
}

TEST(FactsYamlErrors, OfSyntaxHaveAPlace) {
  Lines Errors = mistakes("library: acme\nfunctions: [\n");
  ASSERT_FALSE(Errors.empty());
  EXPECT_TRUE(llvm::StringRef(Errors[0]).starts_with("user/acme.yaml:"))
      << Errors[0];
  Errors = mistakes("library: acme\nfunctions: ]\n");
  ASSERT_FALSE(Errors.empty());
  EXPECT_TRUE(llvm::StringRef(Errors[0]).starts_with("user/acme.yaml:2:12: "))
      << Errors[0];
}

TEST(FactsYamlErrors, IncludeAStarWithoutQuotes) {
  Lines Errors = mistakes("functions:\n  - names: [*::wait]\n");
  ASSERT_FALSE(Errors.empty());
  EXPECT_TRUE(llvm::StringRef(Errors[0]).starts_with("user/acme.yaml:2:13: "))
      << Errors[0];
}

TEST(FactsYamlErrors, IncludeASecondDocument) {
  EXPECT_EQ(mistakes("library: a\n---\nfunctions: 1\n"),
            one("3:1", "a knowledge file is one document; a second begins "
                       "here"));
}
