#include "sync/replica/parts.h"

namespace puente {

namespace {

/// How many of a server's receipts for a space are kept, to compare later ones with; as replica.h promises.
constexpr std::int64_t kReceiptsKeptMax = 256;

SignedReceipt receiptFrom(Work& work, const Statement& row) {
    const auto receipt = SignedReceipt::decode(row.blob(0));
    if (!receipt) work.damaged();
    return receipt.value_or(SignedReceipt{});
}

Statement& bindPlace(Statement& statement, const SpaceState& space, const SignedReceipt& receipt) {
    return statement.bind(1, std::int64_t{space.number})
        .bind(2, receipt.server.view())
        .bind(3, receipt.instance.view())
        .bind(4, static_cast<std::int64_t>(receipt.at.position))
        .bind(5, receipt.at.running.view());
}

bool isKept(Work& work, const SpaceState& space, const SignedReceipt& receipt) {
    Statement& row = work.prepare("SELECT 1 FROM receipt WHERE space = ? AND server = ? AND instance = ? AND "
                                  "position = ? AND running = ?");
    return work.step(bindPlace(row, space, receipt));
}

/// The one that says something else of the same place.
std::optional<std::int64_t> contradictionOf(Work& work, const SpaceState& space, const SignedReceipt& receipt) {
    Statement& row = work.prepare("SELECT id FROM receipt WHERE space = ? AND server = ? AND instance = ? AND "
                                  "position = ? AND running <> ? ORDER BY id LIMIT 1");
    if (!work.step(bindPlace(row, space, receipt))) return std::nullopt;
    return row.integer(0);
}

/// One pair of a server is enough to show for good what it is worth.
void markAsProof(Work& work, const SpaceState& space, const ServerId& server, std::int64_t one, std::int64_t other) {
    Statement& row = work.prepare("SELECT 1 FROM receipt WHERE space = ? AND server = ? AND proves = 1");
    if (work.step(row.bind(1, std::int64_t{space.number}).bind(2, server.view()))) return;
    work.run(work.prepare("UPDATE receipt SET proves = 1 WHERE id IN (?, ?)").bind(1, one).bind(2, other));
}

void forgetOld(Work& work, const SpaceState& space, const ServerId& server) {
    work.run(work.prepare("DELETE FROM receipt WHERE space = ?1 AND server = ?2 AND proves = 0 AND id NOT IN (SELECT "
                          "id FROM receipt WHERE space = ?1 AND server = ?2 ORDER BY id DESC LIMIT ?3)")
                 .bind(1, std::int64_t{space.number})
                 .bind(2, server.view())
                 .bind(3, kReceiptsKeptMax));
}

} // namespace

Result<bool, ReplicaFault> Replica::keepReceipt(const SpaceId& space, const SignedReceipt& receipt) {
    SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    if (receipt.space != space || receipt.at.position == 0 || !receipt.isAuthentic()) return false;
    Work reading(m_parts->database);
    const bool isKnown = isKept(reading, *found, receipt);
    reading.close();
    if (!reading.ok()) return Failure{reading.fault()};
    if (isKnown) return false;
    return m_parts->transact<bool>([&](Work& work) -> Result<bool, ReplicaFault> {
        const auto other = contradictionOf(work, *found, receipt);
        const Bytes bytes = receipt.encode();
        Statement& row = work.prepare("INSERT INTO receipt(space, server, instance, position, running, bytes) "
                                      "VALUES(?, ?, ?, ?, ?, ?)");
        work.run(bindPlace(row, *found, receipt).bind(6, bytes));
        if (other) markAsProof(work, *found, receipt.server, *other, work.lastRowId());
        forgetOld(work, *found, receipt.server);
        return work.result(other.has_value());
    });
}

Result<std::vector<ReceiptProof>, ReplicaFault> Replica::receiptProofs(const SpaceId& space) const {
    const SpaceState* found = m_parts->find(space);
    if (found == nullptr) return Failure{ReplicaFault::UnknownSpace};
    std::vector<ReceiptProof> proofs;
    Work work(m_parts->database);
    Statement& rows = work.prepare("SELECT bytes FROM receipt WHERE space = ? AND proves = 1 ORDER BY server, running");
    rows.bind(1, std::int64_t{found->number});
    while (work.step(rows)) {
        const SignedReceipt one = receiptFrom(work, rows);
        if (!work.step(rows)) break;
        proofs.push_back({.one = one, .other = receiptFrom(work, rows)});
    }
    return work.result(std::move(proofs));
}

} // namespace puente
