#include "StatTable.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

constexpr uint64_t Second = 1000000000;

FileStamp aged(uint64_t Seconds) {
  FileStamp Stamp;
  Stamp.Size = 5;
  Stamp.Inode = 7;
  Stamp.Modified = Stamp.Changed = wallClock() - Seconds * Second;
  return Stamp;
}

const std::string Digest(32, 'd');

} // namespace

TEST(StatTable, KnowsAFileThatIsAsItWas) {
  StatTable Table;
  FileStamp Stamp = aged(100);
  Table.add("/a", Stamp, Digest);
  EXPECT_TRUE(Table.isChanged());
  StatTable Next(Table.save());
  EXPECT_EQ(Next.find("/a", Stamp), Digest);
  EXPECT_EQ(Next.find("/b", Stamp), "");
  EXPECT_FALSE(Next.isChanged());
}

TEST(StatTable, DoesNotKnowAFileOfAnotherStamp) {
  const FileStamp Stamp = aged(100);
  StatTable Table;
  Table.add("/a", Stamp, Digest);
  for (auto Part : {&FileStamp::Size, &FileStamp::Inode, &FileStamp::Device,
                    &FileStamp::Modified, &FileStamp::Changed}) {
    FileStamp Other = Stamp;
    ++(Other.*Part);
    EXPECT_EQ(Table.find("/a", Other), "");
  }
}

TEST(StatTable, DoesNotTrustTheTimeOfAFileJustWritten) {
  StatTable Table;
  Table.add("/a", aged(1), Digest);
  // Only its entry changed: its time may have been set back.
  FileStamp SetBack = aged(100);
  SetBack.Changed = wallClock();
  Table.add("/b", SetBack, Digest);
  EXPECT_FALSE(Table.isChanged());
  EXPECT_EQ(Table.find("/b", SetBack), "");
}

TEST(StatTable, IsEmptyIfItsBytesAreDamaged) {
  StatTable Table;
  FileStamp Stamp = aged(100);
  Table.add("/a", Stamp, Digest);
  const std::string Good = Table.save();
  for (size_t I = 0; I < Good.size(); ++I) {
    std::string Bad = Good;
    Bad[I] ^= 1;
    EXPECT_EQ(StatTable(Bad).find("/a", Stamp), "") << I;
    EXPECT_EQ(StatTable(Good.substr(0, I)).find("/a", Stamp), "") << I;
  }
}
