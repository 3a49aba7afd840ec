#include "Frames.h"
#include "gtest/gtest.h"
#include <vector>

using namespace corolint;

namespace {

/// What is read if it comes in pieces of \p Piece bytes.
std::vector<std::string> readInPieces(llvm::StringRef Bytes, size_t Piece) {
  std::vector<std::string> Bodies;
  FrameReader Reader;
  for (; !Bytes.empty();
       Bytes = Bytes.drop_front(std::min(Piece, Bytes.size())))
    Reader.feed(Bytes.take_front(Piece),
                [&](llvm::StringRef Body) { Bodies.push_back(Body.str()); });
  return Bodies;
}

using Bodies = std::vector<std::string>;

TEST(Frames, MessagesComeInAnyPieces) {
  std::string Bytes = framed("{}") + framed("") + framed("[1,\r\n\r\n2]");
  for (size_t Piece = 1; Piece <= Bytes.size(); ++Piece)
    EXPECT_EQ(readInPieces(Bytes, Piece), (Bodies{"{}", "[1,\r\n\r\n2]"}))
        << Piece;
}

TEST(Frames, OtherHeadersAreSkipped) {
  EXPECT_EQ(readInPieces("Content-Type: x\r\nContent-Length: 2\r\n\r\n{}"
                         "content-length:3\n\nabc",
                         100),
            (Bodies{"{}", "abc"}));
}

TEST(Frames, HeadersWithoutALengthAreSkipped) {
  EXPECT_EQ(readInPieces("what is this\r\n\r\nContent-Length: many\r\n\r\n"
                         "Content-Length: 99999999999999\r\n\r\n" +
                             framed("{}"),
                         7),
            (Bodies{"{}"}));
}

} // namespace
