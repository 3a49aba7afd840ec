#include "PortableNames.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

const PortableNames One("/check/out");
const PortableNames Two("/elsewhere/entirely");

/// What is encoded for the first check-out, as the second one reads it.
std::string moved(llvm::StringRef Text) {
  return Two.decode(One.encode(Text)).value_or("(none)");
}

} // namespace

TEST(PortableNames, MoveWhatIsBelowTheRoot) {
  EXPECT_EQ(moved("/check/out/a.cpp"), "/elsewhere/entirely/a.cpp");
  EXPECT_EQ(moved("/check/out"), "/elsewhere/entirely");
  EXPECT_EQ(moved("/check/out/../up"), "/elsewhere/entirely/../up");
}

TEST(PortableNames, MovePathsInArgumentsAndMessages) {
  EXPECT_EQ(moved("-I/check/out/include"), "-I/elsewhere/entirely/include");
  EXPECT_EQ(moved("-fmap=/check/out=/check/out/b"),
            "-fmap=/elsewhere/entirely=/elsewhere/entirely/b");
  EXPECT_EQ(moved("'(lambda at /check/out/a.cpp:1:2)' and '/check/out'"),
            "'(lambda at /elsewhere/entirely/a.cpp:1:2)' and "
            "'/elsewhere/entirely'");
}

TEST(PortableNames, LeaveWhatOnlyLooksLikeTheRoot) {
  for (llvm::StringRef Text :
       {"/check/outside", "/check/out2/a", "/check/out.old/a", "/check",
        "/other/check/out/a", "../check/out/a", "-I/other/check/out", ""})
    EXPECT_EQ(moved(Text), Text);
}

TEST(PortableNames, KeepEveryByte) {
  std::string Every;
  for (int Byte = 0; Byte < 256; ++Byte)
    Every += char(Byte);
  for (std::string Text : {Every, Every + "/check/out/" + Every,
                           std::string("\1R\1\1r/check/out\1")})
    EXPECT_EQ(One.decode(One.encode(Text)), Text);
}

TEST(PortableNames, DoNotDecodeWhatWasNotEncoded) {
  EXPECT_EQ(One.decode("a\1"), std::nullopt);
  EXPECT_EQ(One.decode("\1?"), std::nullopt);
}

TEST(PortableNames, HaveNoRootInTheRootOfTheFileSystem) {
  EXPECT_EQ(PortableNames("/").encode("/usr/include"), "/usr/include");
}
