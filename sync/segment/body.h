#pragma once

#include "common/base/result.h"
#include "sync/model/change_set.h"

namespace puente {

/// "I had this log up to here": what the author of a segment declares as seen. Retirements count only within it.
struct SeenEntry {
    std::uint32_t log = 0; ///< in the body's table
    Height height;

    friend bool operator==(const SeenEntry&, const SeenEntry&) = default;
};

/// The plaintext of a segment: a run of one log's change sets and what their author had seen.
///
/// `logs[0]` is the author's own log. Every other log named by a dot or a seen entry is there once, in order of first
/// use by the encoding. Heights of seen entries only grow along a log; that is the applier's to check.
struct SegmentBody {
    std::vector<LogId> logs;
    std::vector<SeenEntry> seen;
    std::vector<Hash> membershipHeads; ///< the membership records nobody had built on, as the author saw it
    std::vector<ChangeSet> changeSets; ///< at least one; sequences without gap

    friend bool operator==(const SegmentBody&, const SegmentBody&) = default;
};

/// The columns of docs/formats/change_set.md. One body has one encoding: encoding sorts nothing and drops nothing,
/// so decode(encode(body)) == body for every body whose log table is in order of first use. A body that decodeBody()
/// would refuse is a broken contract.
Bytes encodeBody(const SegmentBody& body);

enum class BodyFault {
    Malformed,   ///< not the one encoding of anything
    TooLarge,    ///< a bound of the format is exceeded
    WrongAuthor, ///< the body speaks of another log than its header
};

/// Makes `logs[author]` the first, puts the others in order of first use, drops those not used, and translates every
/// number: so a body may be gathered with the numbers of any table and then be encoded.
void orderLogs(SegmentBody& body, std::uint32_t author);

/// `author` and `first` come from the authenticated header.
Result<SegmentBody, BodyFault> decodeBody(ByteView bytes, const LogId& author, std::uint32_t first);

/// What a change set counts for in the limits on change sets and segments: about what it takes before compression, and
/// the same for everybody. docs/formats/change_set.md gives the sum.
std::size_t encodedSize(const ChangeSet& changeSet);

/// All change sets of one segment together count for no more: a device seals when one more would pass
/// kSegmentPlainSizeMax, and one that is large goes alone.
inline constexpr std::size_t kBodySizeMax = 256 * 1024 + kChangeSetSizeMax;

inline constexpr std::size_t kSeenCountMax = kLogCountMax;
inline constexpr std::size_t kMembershipHeadCountMax = 4096;

} // namespace puente
