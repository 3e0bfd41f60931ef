#include "tests/support/evil_server.h"

#include <memory>

namespace puente::test {

namespace {

/// Turns a stream into frames and back; part of a frame waits for its rest.
std::function<void(Bytes&)> throughFrames(std::vector<Frame>& seen, EvilServer::Change& change) {
    auto reader = std::make_shared<FrameReader>(SessionLimits{}); // the pump copies the function, the reader is one
    return [&seen, &change, reader](Bytes& bytes) {
        reader->feed(bytes);
        std::vector<Frame> frames;
        for (auto frame = reader->next(); frame.ok() && *frame; frame = reader->next())
            frames.push_back(std::move(**frame));
        seen.insert(seen.end(), frames.begin(), frames.end());
        if (change) change(frames);
        bytes.clear();
        for (const Frame& frame : frames)
            append(bytes, encodeFrame(frame));
    };
}

} // namespace

SyncSummary EvilServer::meet(SyncOffice& office, const SpaceId& space, const SessionLimits& limits) {
    Pump pump;
    pump.onUp = throughFrames(sentUp, onUp);
    pump.onDown = throughFrames(sentDown, onDown);
    Initiator client(office.replica(), office.keys(), office.entropy(),
                     {.server = m_server.id(), .spaces = {space}, .limits = limits});
    Responder responder(m_server.relay(), {}, pump.now);
    (void)pump.run(client, responder);
    fault = pump.clientFault;
    error = client.serverError();
    if (!client.isDone()) (void)client.connectionLost();
    return client.summary();
}

void signReceipt(ReceiptFrame& receipt, const SigningKey& signer, const SyncOffice& office, const InstanceId& instance,
                 const Hash& ownHead) {
    receipt.signature = signer.sign(Purpose::Receipt, receipt.signedMessage(office.device(), instance, ownHead));
}

bool endsWell(const std::vector<SyncOffice*>& offices, SyncServer& server, const SpaceId& space,
              std::uint64_t records) {
    for (int round = 0; round < 2; ++round)
        for (SyncOffice* office : offices)
            if (!sync(*office, server, space).receipt) return false;
    for (SyncOffice* office : offices) {
        const SyncSummary last = sync(*office, server, space);
        const bool isQuiet = last.receipt && last.incidents.empty() && last.refused.empty();
        const bool isSame = office->state(space) == offices.front()->state(space);
        if (!isQuiet || !isSame || office->recordCount(space) != records) return false;
    }
    return true;
}

bool endsWell(SyncWorld& world, std::uint64_t records) {
    return endsWell({&world.founder, &world.editor, &world.reader}, world.server, world.space, records);
}

Bytes bundleOf(SyncOffice& office, const SpaceId& space) {
    auto writer = BundleWriter::begin(office.replica(), office.keys(), {{space, {}}});
    expects(writer.ok());
    Bytes bytes;
    for (Bytes piece = *writer->next(); !piece.empty(); piece = *writer->next())
        append(bytes, piece);
    return bytes;
}

Bundle bundleFrom(ByteView bytes) {
    BundleReader reader;
    expects(reader.feed(bytes).ok());
    auto bundle = reader.finish();
    expects(bundle.ok());
    return std::move(*bundle);
}

BundleReport carry(SyncOffice& from, SyncOffice& to, const SpaceId& space) {
    auto report = importBundle(to.replica(), bundleFrom(bundleOf(from, space)));
    expects(report.ok());
    return *report;
}

} // namespace puente::test
