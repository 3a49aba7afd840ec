#include "Commands.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

std::optional<LspCommands> parse(std::vector<const char *> Arguments) {
  std::string Mistake;
  auto Asked = parseCommands(Arguments, "ours", Mistake);
  EXPECT_EQ(!Asked, !Mistake.empty());
  return Asked;
}

TEST(Commands, WithoutArgumentsItIsClangd) {
  auto Asked = parse({});
  EXPECT_EQ(Asked->Users, CommandWords{"clangd"});
  EXPECT_EQ(Asked->Ours,
            (CommandWords{"ours", "--background-index=0", "--log=error"}));
}

TEST(Commands, OursHearsHowFilesAreCompiled) {
  auto Asked = parse({"--server=x", "--", "my-clangd", "-j=4",
                      "--compile-commands-dir=out", "-query-driver", "g++",
                      "--enable-config", "--all-scopes-completion"});
  EXPECT_EQ(Asked->Users.size(), 7u);
  EXPECT_EQ(Asked->Ours,
            (CommandWords{"x", "--background-index=0", "--log=error",
                          "--compile-commands-dir=out", "-query-driver", "g++",
                          "--enable-config"}));
}

TEST(Commands, WhatIsNoOptionIsAMistake) {
  EXPECT_FALSE(parse({"clangd"}));
  EXPECT_FALSE(parse({"--server="}));
}

} // namespace
