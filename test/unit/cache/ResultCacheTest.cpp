#include "ResultCache.h"
#include "Contents.h"
#include "Scratch.h"

using namespace llvm;
using namespace corolint;

namespace {

const std::string Key(64, 'a'), OtherKey(64, 'b');

class TheResultCache : public Scratch {
protected:
  TheResultCache() { write("root/a.cpp", "text"); }

  std::unique_ptr<ResultCache> open(StringRef Root = "root") {
    CacheSettings Settings;
    Settings.Folder = path("cache");
    Settings.MaxBytes = 1 << 20;
    Settings.Root = path(Root);
    return ResultCache::open(Settings);
  }

  /// A finding in a.cpp, which says the name of the file.
  UnitResult result() {
    std::string File = path("root/a.cpp");
    UnitResult Result;
    Result.IsAnalysed = true;
    RawFinding Found;
    Found.Check = "coro-x";
    Found.Message = "see " + File;
    Found.Where.At = {File, 3};
    Found.Notes.push_back({"note", Found.Where});
    Found.Fix.push_back({{File, 1}, 2, "fix"});
    Result.Findings.push_back(Found);
    Result.Files.Read.push_back({File, contentDigest("text")});
    write("elsewhere.h", "text");
    Result.Files.Read.push_back({path("elsewhere.h"), contentDigest("text")});
    Result.Costs.FellBack = true;
    return Result;
  }

  std::optional<UnitResult> find(ResultCache &Cache, StringRef Of = Key) {
    return std::move(Cache.find({Of.str()}).front());
  }

  std::vector<std::string> files(StringRef Of) {
    std::vector<std::string> Files;
    std::error_code Error;
    for (sys::fs::recursive_directory_iterator It(path(Of), Error), End;
         It != End && !Error; It.increment(Error))
      if (sys::fs::is_regular_file(It->path()))
        Files.push_back(It->path());
    return Files;
  }
};

} // namespace

TEST_F(TheResultCache, FindsWhatItStored) {
  open()->store(Key, result());
  auto Cache = open();
  auto Found = find(*Cache);
  ASSERT_TRUE(Found);
  UnitResult Stripped = result();
  Stripped.Files = LookedUp();
  Stripped.Files.Read.push_back({path("root/a.cpp"), ""});
  Stripped.Costs = UnitCosts();
  EXPECT_EQ(toBytes(*Found), toBytes(Stripped));
  EXPECT_FALSE(find(*Cache, OtherKey));
  EXPECT_FALSE(find(*Cache, ""));
  EXPECT_EQ(Cache->stats().Found, 1u);
  EXPECT_EQ(Cache->stats().NotFound, 2u);
}

TEST_F(TheResultCache, ForgetsNothingWhenAFileChangesAndChangesBack) {
  open()->store(Key, result());
  write("root/a.cpp", "else");
  EXPECT_FALSE(find(*open()));
  write("root/a.cpp", "text");
  EXPECT_TRUE(find(*open()));
}

TEST_F(TheResultCache, SpeaksOfTheFilesOfThisCheckOut) {
  open()->store(Key, result());
  write("moved/a.cpp", "text");
  auto Found = find(*open("moved"));
  ASSERT_TRUE(Found);
  EXPECT_EQ(Found->Findings[0].Message, "see " + path("moved/a.cpp"));
  EXPECT_EQ(Found->Findings[0].Notes[0].Where.At.File, path("moved/a.cpp"));
  EXPECT_EQ(Found->Findings[0].Fix[0].At.File, path("moved/a.cpp"));
}

TEST_F(TheResultCache, StoresEqualResultsOnce) {
  auto Cache = open();
  Cache->store(Key, result());
  Cache->store(OtherKey, result());
  EXPECT_EQ(Cache->stats().Stored, 2u);
  EXPECT_EQ(files("cache/1/ac").size(), 2u);
  EXPECT_EQ(files("cache/1/cas").size(), 1u);
}

TEST_F(TheResultCache, DoesNotStoreWhatDoesNotHold) {
  auto Cache = open();
  UnitResult Result = result();
  Result.Files.IsSteady = false;
  Cache->store(Key, Result);
  EXPECT_EQ(Cache->stats().Unsteady, 1u);
  Result = result();
  Result.IsAnalysed = false;
  Cache->store(Key, Result);
  Cache->store("", result());
  Result = result();
  Result.Files = LookedUp();
  Cache->store(Key, Result);
  EXPECT_EQ(Cache->stats().Stored, 0u);
  EXPECT_TRUE(files("cache/1/ac").empty());
}

TEST_F(TheResultCache, RemovesWhatIsDamaged) {
  for (StringRef Kind : {"cache/1/ac", "cache/1/cas"}) {
    open()->store(Key, result());
    std::string File = files(Kind).front();
    write(StringRef(File).drop_front(Folder.size() + 1), "damaged");
    auto Cache = open();
    EXPECT_FALSE(find(*Cache));
    EXPECT_EQ(Cache->stats().Corrupt, 1u);
    EXPECT_FALSE(sys::fs::exists(File));
  }
}
