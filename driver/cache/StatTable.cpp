#include "StatTable.h"
#include "Contents.h"
#include "FlatBytes.h"
#include <chrono>

using namespace llvm;

namespace corolint {

static constexpr StringLiteral Magic = "corolint stats 1\n";
static constexpr uint64_t Second = 1000000000;
static constexpr uint32_t DaysToKeep = 30;

FileStamp::FileStamp(const struct stat &Status)
    : Size(Status.st_size), Inode(Status.st_ino), Device(Status.st_dev),
      Modified(Status.st_mtim.tv_sec * Second + Status.st_mtim.tv_nsec),
      Changed(Status.st_ctim.tv_sec * Second + Status.st_ctim.tv_nsec) {}

bool FileStamp::operator==(const FileStamp &Other) const {
  return Size == Other.Size && Inode == Other.Inode && Device == Other.Device &&
         Modified == Other.Modified && Changed == Other.Changed;
}

bool FileStamp::isSettled(uint64_t Now) const {
  return std::max(Modified, Changed) + 2 * Second < Now;
}

uint64_t wallClock() {
  using namespace std::chrono;
  return duration_cast<nanoseconds>(system_clock::now().time_since_epoch())
      .count();
}

StatTable::StatTable(StringRef Bytes)
    : Today(wallClock() / Second / (24 * 3600)) {
  if (!Bytes.consume_front(Magic) || Bytes.size() < DigestSize ||
      contentDigest(Bytes.drop_front(DigestSize)) !=
          Bytes.take_front(DigestSize))
    return;
  FlatReader From(Bytes.drop_front(DigestSize));
  while (From.isGood() && !From.isAtEnd()) {
    StringRef Name = From.text();
    Row R;
    for (uint64_t *Part : {&R.Stamp.Size, &R.Stamp.Inode, &R.Stamp.Device,
                           &R.Stamp.Modified, &R.Stamp.Changed})
      *Part = From.number();
    R.Digest = From.raw(DigestSize).str();
    R.Day = From.count();
    if (From.isGood())
      Rows[Name] = std::move(R);
  }
}

StringRef StatTable::find(StringRef Name, const FileStamp &Stamp) {
  auto It = Rows.find(Name);
  if (It == Rows.end() || !(It->second.Stamp == Stamp))
    return "";
  IsChanged |= It->second.Day != Today;
  It->second.Day = Today;
  return It->second.Digest;
}

void StatTable::add(StringRef Name, const FileStamp &Stamp, StringRef Digest) {
  if (!Stamp.isSettled(wallClock()))
    return;
  Rows[Name] = {Stamp, Digest.str(), Today};
  IsChanged = true;
}

std::string StatTable::save() const {
  FlatWriter To;
  for (const auto &Each : Rows) {
    const Row &R = Each.second;
    if (R.Day + DaysToKeep < Today)
      continue;
    To.text(Each.first());
    for (uint64_t Part : {R.Stamp.Size, R.Stamp.Inode, R.Stamp.Device,
                          R.Stamp.Modified, R.Stamp.Changed})
      To.number(Part);
    To.raw(R.Digest);
    To.count(R.Day);
  }
  return Magic.str() + contentDigest(To.Bytes) + To.Bytes;
}

} // namespace corolint
