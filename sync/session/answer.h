#pragma once

#include "sync/session/intake.h"
#include "sync/session/output_buffer.h"

#include <set>

namespace puente {

/// What the client said it has, after a HeightsFrame. Several WantFrames add up; what is kept of them is never more
/// than the space has here, whoever asks.
struct Want {
    std::uint64_t comparedEnd = 0;   ///< where the log ended when its heights were sent
    std::size_t othersNamed = 0;     ///< in these heights: nobody can want more
    std::map<LogId, Height> heights; ///< of logs that are here
    std::set<Hash> others;

    /// `book`: the space's; null while it is not here. False if more is wanted than was named.
    bool add(const WantFrame& frame, const SpaceBook* book);
};

/// Who asks: a device, and the organisation whose root has proved itself beside it.
struct Asker {
    DeviceId device;
    std::optional<OrganizationId> root = {};
};

/// The answer for one space, read from the store only as fast as it is taken.
///
/// It goes as far as the log went when it began; what others append meanwhile is for the next conversation.
class SpaceAnswer {
public:
    SpaceAnswer(RelayState& relay, const Intake& intake, const Asker& asker, const RequestFrame::Space& asked,
                std::optional<Want> want);

    /// Adds the next portion.
    Result<Done, StoreFault> produce(OutputBuffer& output);
    bool isDone() const { return m_stage == Stage::Over; }
    const SpaceId& space() const { return m_asked.space; }
    /// When heights were sent instead of entries: what is wanted after them, nothing as yet.
    const std::optional<Want>& compared() const { return m_compared; }

private:
    enum class Stage { Begin, Records, Keys, Erasables, Erasures, Confirmations, Segments, Receipt, Over };

    Result<Done, StoreFault> begin(OutputBuffer& output);
    Result<Done, StoreFault> beginForMember(SpaceBook& book, OutputBuffer& output);
    bool mayRead(SpaceBook& book) const;
    Result<bool, StoreFault> cursorFits();
    Result<Done, StoreFault> sendHeights(OutputBuffer& output);
    Result<Done, StoreFault> sendJoins(OutputBuffer& output);
    Result<Done, StoreFault> sendOthers(EntryKind kind, Stage next, OutputBuffer& output);
    Result<Done, StoreFault> sendSegments(OutputBuffer& output);
    Result<Done, StoreFault> sendWantedSegments(OutputBuffer& output);
    Result<Done, StoreFault> sendReceipt(OutputBuffer& output);
    Result<std::uint32_t, StoreFault> wantedAfter(const LogHeight& log);

    void send(const Frame& frame, OutputBuffer& output) { output.add(encodeFrame(frame)); }
    void send(Entry entry, OutputBuffer& output);
    void markOwn(const Entry& entry) { m_own.items.push_back({entry.position, entry.kind, entry.hash}); }
    void sendMarks(OutputBuffer& output);
    void enter(Stage stage, std::uint64_t position);
    bool isWanted(const Entry& entry) const;
    bool isOwn(const Entry& entry) const;

    RelayState& m_relay;
    const Intake& m_intake;
    DeviceId m_device;
    std::optional<OrganizationId> m_root;
    RequestFrame::Space m_asked;
    std::optional<Want> m_want;
    Stage m_stage = Stage::Begin;
    LogPosition m_end;                       ///< of this answer
    Height m_ownHeight;                      ///< of the client's own log then
    std::vector<LogHeight> m_logs;           ///< when m_want: those still to be sent, the current one last
    std::optional<std::uint32_t> m_logAfter; ///< in the current log
    std::uint64_t m_position = 0;            ///< in the current stage
    OwnFrame m_own;
    std::optional<Want> m_compared;
};

} // namespace puente
