#include "sync/document/document_rescue.h"

#include "sync/document/document_place.h"
#include "sync/store/store_rows.h"

namespace puente {

namespace {

struct Found {
    std::int64_t number = 0;
    SpaceId space;
    DocumentIndex index;
    std::optional<DeviceId> device;
};

class Rescue {
public:
    Rescue(Database& damaged, DocumentStore& into) : m_damaged(damaged), m_into(into) {}

    Result<DocumentRescue, SqlFault> run() {
        for (const Found& document : documents())
            if (auto taken = take(document); !taken) return Failure{taken.fault()};
        if (auto kept = m_into.keep(); !kept) return Failure{kept.fault()};
        return m_rescue;
    }

private:
    std::vector<Found> documents() {
        std::vector<Found> all;
        Statement& statement = m_damaged.prepare("SELECT number, space, content, device FROM document");
        const auto visited = forEachRow(statement, [&](Statement& row) {
            const ByteView content = row.blob(2);
            auto index = DocumentIndex::parse(Bytes(content.begin(), content.end()));
            if (index)
                all.push_back({row.integer(0), idAt<SpaceId>(row, 1), *std::move(index), DeviceId::from(row.blob(3))});
            else
                m_rescue.isAll = false;
            return true;
        });
        m_rescue.isAll = m_rescue.isAll && visited;
        return all;
    }

    Result<Done, SqlFault> take(const Found& document) {
        if (auto added = m_into.add(document.space, document.index, document.device); !added) return added;
        bool isAny = false, isWhole = true;
        for (std::uint32_t chunk = 0; chunk < document.index.chunkCount(); ++chunk) {
            const auto sealed = chunkAt(placeOf(document.number, chunk));
            if (!sealed) {
                isWhole = false;
                continue;
            }
            const auto written =
                m_into.write(document.space, document.index.id(), document.index.spanOf(chunk).begin, *sealed);
            if (!written) return Failure{written.fault()};
            const bool isTaken = *written == DocumentStore::Written::Taken;
            m_rescue.isAll = m_rescue.isAll && isTaken;
            isAny = isAny || isTaken;
            isWhole = isWhole && isTaken;
        }
        m_rescue.documents += isAny ? 1 : 0;
        m_rescue.whole += isWhole ? 1 : 0;
        return Done{};
    }

    std::optional<Bytes> chunkAt(std::int64_t place) {
        std::optional<Bytes> sealed;
        Statement& statement = m_damaged.prepare("SELECT bytes FROM chunk WHERE place = ?");
        const auto visited = forEachRow(statement.bind(1, place), [&](Statement& row) {
            sealed.emplace(row.blob(0).begin(), row.blob(0).end());
            return false;
        });
        if (visited) return sealed;
        m_rescue.isAll = false;
        return std::nullopt;
    }

    Database& m_damaged;
    DocumentStore& m_into;
    DocumentRescue m_rescue;
};

} // namespace

Result<DocumentRescue, SqlFault> rescueDocuments(Database& damaged, DocumentStore& into) {
    return Rescue(damaged, into).run();
}

} // namespace puente
