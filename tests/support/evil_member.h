#pragma once

#include "common/crypto/space_key.h"
#include "sync/segment/sealing.h"
#include "tests/support/sync_world.h"

#include <string>
#include <vector>

namespace puente::test {

/// A member whose device does as it likes: it seals by hand what its replica would never write, signs it properly, and
/// hands it over on the real wire.
class EvilMember {
public:
    /// The office must have the space's key, and have written nothing there.
    EvilMember(SyncOffice& office, const SpaceId& space);

    LogId log() const { return {m_office.device(), 1}; }
    const SpaceKey& key() const { return m_key; }
    const Height& height() const { return m_height; }

    /// A body of one change set: a record with this text.
    SegmentBody body(const std::string& text, const Stamp& stamp = {.time = 1'760'000'000'000, .counter = 0}) const;
    /// The next segment of its log; it goes on after it.
    Segment append(const SegmentBody& body) { return keep(seal(body, m_key)); }
    Segment append(const std::string& text) { return append(body(text)); }
    /// The same, with bytes sealed that are no body.
    Segment appendBytes(ByteView sealed);
    /// The same, sealed under a key that its header does not name.
    Segment appendUnder(const SpaceKey& other);
    /// A segment for its place that it does not go on after.
    Segment seal(const SegmentBody& body, const SpaceKey& key) const;

    /// One flight of this device: what the server answers.
    std::vector<Frame> handOver(SyncServer& server, const std::vector<Frame>& pushes);

private:
    SegmentHeader header() const;
    Segment keep(Segment segment);

    SyncOffice& m_office;
    SpaceId m_space;
    SpaceKey m_key;
    Height m_height;
};

} // namespace puente::test
