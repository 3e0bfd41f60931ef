#pragma once

#include "sync/bundle/bundle.h"
#include "tests/support/sync_world.h"

#include <functional>
#include <vector>

namespace puente::test {

/// A server that lies: a true one, and between it and the office somebody who sees every frame and changes, drops,
/// repeats or adds what it likes. It has the server's own keys if it wants them.
class EvilServer {
public:
    using Change = std::function<void(std::vector<Frame>&)>;

    explicit EvilServer(SyncServer& server) : m_server(server) {}

    Change onUp, onDown; ///< given whole frames, in the order in which they come

    /// One conversation of this office, through the liar.
    SyncSummary meet(SyncOffice& office, const SpaceId& space, const SessionLimits& limits = {});

    std::optional<Initiator::Fault> fault; ///< how the last conversation ended, unless well
    SessionError error = SessionError::Protocol;
    std::vector<Frame> sentUp, sentDown; ///< all that came to it, before it was changed

private:
    SyncServer& m_server;
};

/// Changes each frame of one kind.
template <typename Kind>
EvilServer::Change each(std::function<void(Kind&)> change) {
    return [change = std::move(change)](std::vector<Frame>& frames) {
        for (Frame& frame : frames)
            if (Kind* found = std::get_if<Kind>(&frame)) change(*found);
    };
}

/// Leaves out the frames of one kind of which this holds.
template <typename Kind>
EvilServer::Change without(std::function<bool(const Kind&)> isUnwanted) {
    return [isUnwanted = std::move(isUnwanted)](std::vector<Frame>& frames) {
        std::erase_if(frames, [&](const Frame& frame) {
            const Kind* found = std::get_if<Kind>(&frame);
            return found && isUnwanted(*found);
        });
    };
}

/// Signs a receipt as this server would for this device, whatever it says.
void signReceipt(ReceiptFrame& receipt, const SigningKey& signer, const SyncOffice& office, const InstanceId& instance,
                 const Hash& ownHead);

/// True when nothing was lost: after honest conversations all offices have the same state with so many records, every
/// one with a receipt, and the last round without a further incident.
bool endsWell(const std::vector<SyncOffice*>& offices, SyncServer& server, const SpaceId& space, std::uint64_t records);
bool endsWell(SyncWorld& world, std::uint64_t records);

/// What an office carries on a stick; all that it has of the space.
Bytes bundleOf(SyncOffice& office, const SpaceId& space);
Bundle bundleFrom(ByteView bytes);
BundleReport carry(SyncOffice& from, SyncOffice& to, const SpaceId& space);

} // namespace puente::test
