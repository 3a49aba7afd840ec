#include "LocalStore.h"
#include "Scratch.h"

using namespace llvm;
using namespace corolint;

namespace {

class TheLocalStore : public Scratch {
protected:
  std::string read(LocalStore &Store, StringRef Name) {
    auto Bytes = Store.read(Name);
    return Bytes ? Bytes->getBuffer().str() : "(none)";
  }
};

} // namespace

TEST_F(TheLocalStore, GivesBackWhatWasWritten) {
  LocalStore Store(path("cache"));
  EXPECT_EQ(read(Store, "ac/abcd"), "(none)");
  EXPECT_TRUE(Store.write("ac/abcd", StringRef("one\0two", 7)));
  EXPECT_EQ(read(Store, "ac/abcd"), StringRef("one\0two", 7));
  EXPECT_TRUE(Store.write("ac/abcd", ""));
  EXPECT_EQ(read(Store, "ac/abcd"), "");
  Store.remove("ac/abcd");
  EXPECT_EQ(read(Store, "ac/abcd"), "(none)");
}

TEST_F(TheLocalStore, SaysWhyItCannotWrite) {
  write("file", "");
  LocalStore Store(path("file/cache"));
  EXPECT_FALSE(Store.write("ac/abcd", "x"));
  EXPECT_EQ(Store.why(), "Not a directory");
  EXPECT_EQ(read(Store, "ac/abcd"), "(none)");
}

TEST_F(TheLocalStore, WithoutAFolderHasNothing) {
  LocalStore Store("");
  EXPECT_FALSE(Store.write("ac/abcd", "x"));
  EXPECT_EQ(read(Store, "ac/abcd"), "(none)");
}

TEST_F(TheLocalStore, RemovesWhatWasUsedLeastRecently) {
  LocalStore Store(path("cache"));
  std::string Large(100000, 'x');
  auto Now = std::chrono::system_clock::now();
  for (int I = 0; I < 10; ++I) {
    std::string Name = "ac/00" + std::to_string(I);
    Store.write(Name, Large);
    int File;
    ASSERT_FALSE(sys::fs::openFileForReadWrite(
        path("cache/1/ac/00/" + std::to_string(I)), File,
        sys::fs::CD_OpenExisting, sys::fs::OF_None));
    sys::fs::setLastAccessAndModificationTime(
        File, Now - std::chrono::hours(100 - I));
    sys::fs::closeFile(File);
  }
  // Reading is using.
  read(Store, "ac/000");
  Store.prune(500000);
  EXPECT_EQ(read(Store, "ac/000"), Large);
  EXPECT_EQ(read(Store, "ac/001"), "(none)");
  EXPECT_EQ(read(Store, "ac/009"), Large);
}

TEST_F(TheLocalStore, IsNotPrunedAgainAndAgain) {
  {
    LocalStore Store(path("cache"));
    Store.write("ac/0000", "x");
    Store.prune(1 << 20);
  }
  LocalStore Store(path("cache"));
  write("cache/1/ac/00/big", std::string(2 << 20, 'x'));
  Store.write("ac/0001", "x");
  Store.prune(1 << 20);
  EXPECT_TRUE(sys::fs::exists(path("cache/1/ac/00/big")));
}

TEST_F(TheLocalStore, TagsNoFolderThatHasSomethingElseInIt) {
  LocalStore New(path("new"));
  EXPECT_TRUE(sys::fs::exists(path("new/CACHEDIR.TAG")));
  write("home/thesis.txt", "all of it");
  LocalStore InHome(path("home"));
  EXPECT_TRUE(InHome.write("ac/abcd", "x"));
  EXPECT_FALSE(sys::fs::exists(path("home/CACHEDIR.TAG")));
}
