#include "Footprint.h"
#include "Contents.h"
#include "RecordingFS.h"
#include "Scratch.h"

using namespace llvm;
using namespace corolint;

namespace {

/// What some look-ups leave, and whether it holds now.
class Footprint : public Scratch {
protected:
  Footprint() : Names(Folder) {
    write("a.h", "a");
    write("sub/b.h", "b");
    FS = makeIntrusiveRefCnt<RecordingFS>(vfs::getRealFileSystem());
  }

  void read(StringRef Name) { FS->getBufferForFile(path(Name)); }
  void see(StringRef Name) { (void)FS->status(path(Name)); }
  void list(StringRef Name) {
    std::error_code Error;
    FS->dir_begin(path(Name), Error);
  }

  void take() {
    Taken = FS->take();
    Made = footprintOf(Taken, Names);
  }
  bool holds() {
    StatTable Table;
    FilesNow Now(Table);
    return FootprintsNow(Now, Names).contentOf(Made.Footprint) == Made.Content;
  }

  PortableNames Names;
  IntrusiveRefCntPtr<RecordingFS> FS;
  LookedUp Taken;
  FootprintOf Made;
};

} // namespace

TEST_F(Footprint, HoldsAsLongAsAFileHoldsWhatWasRead) {
  read("a.h");
  read("sub/b.h");
  take();
  EXPECT_TRUE(holds());
  write("a.h", "A");
  EXPECT_FALSE(holds());
  write("a.h", "a");
  EXPECT_TRUE(holds());
  sys::fs::remove(path("sub/b.h"));
  EXPECT_FALSE(holds());
}

TEST_F(Footprint, TellsContentsThatChangePlaces) {
  read("a.h");
  read("sub/b.h");
  take();
  write("a.h", "b");
  write("sub/b.h", "a");
  EXPECT_FALSE(holds());
}

TEST_F(Footprint, OfAFileThatWasOnlySeenAsksForNoContent) {
  see("a.h");
  take();
  write("a.h", "other");
  EXPECT_TRUE(holds());
  sys::fs::remove(path("a.h"));
  EXPECT_FALSE(holds());
}

TEST_F(Footprint, ForbidsWhatWasMissing) {
  see("none.h");
  see("none/deep/x.h");
  EXPECT_FALSE(FS->exists(path("asked.h")));
  list("nothing");
  take();
  EXPECT_EQ(Taken.Missing.size(), 4u);
  EXPECT_TRUE(holds());
  for (StringRef Name :
       {"none.h", "none/deep/x.h", "asked.h", "nothing/in/it"}) {
    write(Name, "");
    EXPECT_FALSE(holds()) << Name.str();
    sys::fs::remove_directories(path(Name.split('/').first));
    sys::fs::remove(path(Name));
    EXPECT_TRUE(holds()) << Name.str();
  }
}

TEST_F(Footprint, HoldsAsLongAsAListedFolderHasTheSameNames) {
  list("sub");
  take();
  write("sub/b.h", "other");
  EXPECT_TRUE(holds());
  write("sub/c.h", "");
  EXPECT_FALSE(holds());
}

TEST_F(Footprint, IsNotTakenForGoodIfItIsNone) {
  StatTable Table;
  FilesNow Now(Table);
  for (StringRef Bytes : {StringRef("x"), StringRef("\4\0\0\0abcd", 8),
                          StringRef("\7\0\0\0\1\0\0\0/\1\0", 11)})
    EXPECT_EQ(FootprintsNow(Now, Names).contentOf(Bytes), "");
}

TEST_F(Footprint, IsTheSameInAnotherCheckOut) {
  read("a.h");
  take();
  Scratch::write("copy/a.h", "a");
  PortableNames There(path("copy"));
  StatTable Table;
  FilesNow Now(Table);
  EXPECT_EQ(FootprintsNow(Now, There).contentOf(Made.Footprint), Made.Content);
}

TEST_F(Footprint, IsSteadyIfNothingChanges) {
  read("a.h");
  read("a.h");
  see("none.h");
  take();
  EXPECT_TRUE(Taken.IsSteady);
}

TEST_F(Footprint, IsUnsteadyIfAFileChangesAfterItWasRead) {
  read("a.h");
  write("a.h", "longer");
  take();
  EXPECT_FALSE(Taken.IsSteady);
}

TEST_F(Footprint, IsUnsteadyIfAFileIsReadTwiceAndDiffers) {
  read("a.h");
  write("a.h", "A");
  read("a.h");
  take();
  EXPECT_FALSE(Taken.IsSteady);
}

TEST_F(Footprint, IsUnsteadyIfWhatWasMissingAppears) {
  see("late.h");
  write("late.h", "");
  read("late.h");
  take();
  EXPECT_FALSE(Taken.IsSteady);
}
