#include "ScanFolder.h"

using namespace corolint;
using namespace corolint::test;

namespace {

/// "a.h", "lib/b.h (system)": the files below the folder.
std::vector<std::string> shown(const UnitDependencies &Unit,
                               const ScanFolder &Folder) {
  std::vector<std::string> Names;
  for (const IncludedFile &Each : Unit.Files)
    if (llvm::StringRef Name = Each.Path; Name.consume_front(Folder.at("")))
      Names.push_back(Name.str() + (Each.IsSystem ? " (system)" : ""));
  return Names;
}

using Names = std::vector<std::string>;

TEST(DependencyScan, FollowsIncludesInTheOrderOfTheCompiler) {
  ScanFolder Folder;
  Folder.write("a.h", "#include \"b.h\"\nint a;\n");
  Folder.write("b.h", "#pragma once\nint b;\n");
  Folder.write("c.h", "#include \"b.h\"\n");
  auto Unit = Folder.scan("#include \"a.h\"\n#include \"c.h\"\n");
  ASSERT_TRUE(Unit);
  EXPECT_EQ(shown(*Unit, Folder), (Names{"a.h", "b.h", "c.h"}));
}

TEST(DependencyScan, ExpandsMacrosInIncludesAndConditions) {
  ScanFolder Folder;
  Folder.write("config.h", "#define HEADER \"deep/real.h\"\n#define ON 2\n");
  Folder.write("deep/real.h", "");
  Folder.write("on.h", "");
  Folder.write("off.h", "");
  auto Unit = Folder.scan("#include \"config.h\"\n"
                          "#include HEADER\n"
                          "#if ON > 1 && defined(FROM_COMMAND)\n"
                          "#include \"on.h\"\n"
                          "#else\n"
                          "#include \"off.h\"\n"
                          "#endif\n",
                          {"-DFROM_COMMAND=1"});
  ASSERT_TRUE(Unit);
  EXPECT_EQ(shown(*Unit, Folder), (Names{"config.h", "deep/real.h", "on.h"}));
  ASSERT_FALSE(Unit->Macros.empty());
  EXPECT_EQ(Unit->Macros.front(), "FROM_COMMAND=1");
}

TEST(DependencyScan, AnswersHasInclude) {
  ScanFolder Folder;
  Folder.write("there.h", "");
  auto Unit = Folder.scan("#if __has_include(\"there.h\")\n"
                          "#include \"there.h\"\n"
                          "#endif\n"
                          "#if __has_include(\"missing.h\")\n"
                          "#include \"missing.h\"\n"
                          "#endif\n");
  ASSERT_TRUE(Unit);
  EXPECT_EQ(shown(*Unit, Folder), Names{"there.h"});
}

TEST(DependencyScan, TellsSystemHeadersFromOthers) {
  ScanFolder Folder;
  Folder.write("system/outer.h", "#include \"inner.h\"\n");
  Folder.write("system/inner.h", "");
  Folder.write("own/plain.h", "");
  auto Unit = Folder.scan("#include <outer.h>\n#include <plain.h>\n",
                          {"-isystem", Folder.at("system"), "-Iown"});
  ASSERT_TRUE(Unit);
  EXPECT_EQ(shown(*Unit, Folder),
            (Names{"system/outer.h (system)", "system/inner.h (system)",
                   "own/plain.h"}));
}

TEST(DependencyScan, AFileIncludedInBothWaysIsNoSystemHeader) {
  ScanFolder Folder;
  Folder.write("both/a.h", "#pragma once\n");
  auto Unit = Folder.scan("#include <a.h>\n#include \"both/a.h\"\n",
                          {"-isystem", Folder.at("both")});
  ASSERT_TRUE(Unit);
  EXPECT_EQ(shown(*Unit, Folder), Names{"both/a.h"});
}

TEST(DependencyScan, TakesPathsWithSpacesAndForcedIncludes) {
  ScanFolder Folder;
  Folder.write("a folder/the file.h", "");
  Folder.write("forced.h", "");
  auto Unit = Folder.scan("#include <the file.h>\n",
                          {"-I", "a folder", "-include", "forced.h"});
  ASSERT_TRUE(Unit);
  EXPECT_EQ(shown(*Unit, Folder), (Names{"forced.h", "a folder/the file.h"}));
}

TEST(DependencyScan, GivesNothingIfAnIncludeIsMissing) {
  ScanFolder Folder;
  EXPECT_FALSE(Folder.scan("#include \"missing.h\"\n"));
}

TEST(DependencyScan, GivesNothingIfTheCommandIsWrong) {
  ScanFolder Folder;
  EXPECT_FALSE(Folder.scan("int a;\n", {"-x", "nonsense"}));
}

TEST(DependencyScan, AsksTheCompilerForTheLanguage) {
  ScanFolder Folder;
  EXPECT_TRUE(Folder.scan("", {}, "c++17")->IsOlderThanCoroutines);
  EXPECT_TRUE(Folder.scan("", {"-x", "c"}, "c11")->IsOlderThanCoroutines);
  EXPECT_FALSE(Folder.scan("", {}, "gnu++2b")->IsOlderThanCoroutines);
}

TEST(DependencyScan, ListsTheIncludesAtTheHead) {
  ScanFolder Folder;
  for (const char *Name : {"a.h", "b.h", "c.h", "d.h"})
    Folder.write(Name, "#pragma once\n");
  auto Unit = Folder.scan("// why\n"
                          "#include \"a.h\"\n"
                          "/* more */ #include <b.h> // \"c.h\"\n"
                          "#  include \"a.h\"\n"
                          "int code;\n"
                          "#include \"d.h\"\n",
                          {"-I."});
  ASSERT_TRUE(Unit);
  Names Written;
  for (const LeadingInclude &Each : Unit->Leading)
    Written.push_back(Each.Written);
  EXPECT_EQ(Written, (Names{"\"a.h\"", "<b.h>", "\"a.h\""}));
  EXPECT_EQ(Unit->Leading[1].Path, Folder.at("b.h"));
  EXPECT_FALSE(Unit->Leading[1].IsSystem);
}

TEST(DependencyScan, AConditionEndsTheHead) {
  ScanFolder Folder;
  Folder.write("a.h", "");
  auto Unit = Folder.scan("#ifndef X\n#include \"a.h\"\n#endif\n");
  ASSERT_TRUE(Unit);
  EXPECT_TRUE(Unit->Leading.empty());
}

} // namespace
