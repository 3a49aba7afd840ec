// The bytes of a UnitResult.

#include "Bytes.h"
#include "UnitResult.h"

using namespace llvm;

namespace corolint {

COROLINT_FIELDS(RawSpot, &RawSpot::File, &RawSpot::Offset)
COROLINT_FIELDS(RawPlace, &RawPlace::At, &RawPlace::Length,
                &RawPlace::IsInMainFile, &RawPlace::IsInSystemHeader,
                &RawPlace::Spellings)
COROLINT_FIELDS(RawNote, &RawNote::Text, &RawNote::Where)
COROLINT_FIELDS(RawEdit, &RawEdit::At, &RawEdit::Length, &RawEdit::Text)
COROLINT_FIELDS(RawFinding, &RawFinding::Check, &RawFinding::IsError,
                &RawFinding::Message, &RawFinding::Where, &RawFinding::Notes,
                &RawFinding::Fix)
COROLINT_FIELDS(NamedContent, &NamedContent::Name, &NamedContent::Content)
COROLINT_FIELDS(LookedUp, &LookedUp::Read, &LookedUp::Listed,
                &LookedUp::Missing, &LookedUp::IsSteady)
COROLINT_FIELDS(UnitCosts, &UnitCosts::Phases, &UnitCosts::Checks,
                &UnitCosts::HadSharedHeaders, &UnitCosts::PeakBytes,
                &UnitCosts::FellBack, &UnitCosts::SkippedBodies,
                &UnitCosts::PrunedInstantiations)
COROLINT_FIELDS(UnitResult, &UnitResult::IsAnalysed, &UnitResult::IsDropped,
                &UnitResult::Complaints, &UnitResult::ConfigMistakes,
                &UnitResult::Findings, &UnitResult::Files, &UnitResult::Costs)
COROLINT_FIELDS(UnitHead, &UnitHead::Flags, &UnitHead::Includes)
COROLINT_FIELDS(UnitSurvey, &UnitSurvey::MayHaveFindings, &UnitSurvey::Why,
                &UnitSurvey::Head, &UnitSurvey::Files)

/// Changes when the descriptions above do.
static constexpr StringLiteral Magic = "corolint unit 4\n";

std::string toBytes(const UnitResult &Result) { return bytesOf(Result, Magic); }

std::optional<UnitResult> fromBytes(StringRef Bytes) {
  UnitResult Result;
  if (!readBytes(Bytes, Magic, Result))
    return std::nullopt;
  return Result;
}

std::string toBytes(const std::vector<UnitSurvey> &Surveys) {
  return bytesOf(Surveys, Magic);
}

std::optional<std::vector<UnitSurvey>> surveysFromBytes(StringRef Bytes) {
  std::vector<UnitSurvey> Surveys;
  if (!readBytes(Bytes, Magic, Surveys))
    return std::nullopt;
  return Surveys;
}

} // namespace corolint
