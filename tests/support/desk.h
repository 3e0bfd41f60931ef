#pragma once

#include "client/domain/catalogue.h"
#include "client/domain/edit.h"
#include "client/domain/record_view.h"
#include "client/domain/value_text.h"
#include "tests/support/membership_builder.h"

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace puente::test {

/// A clock that stands still until it is moved.
class StillClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void advance(Duration by) { m_now += by; }

private:
    Instant m_now = instantOf(1'780'000'000'000);
};

/// An office at work: a replica in memory, the catalogue over it, and one space.
class Desk {
public:
    explicit Desk(std::uint64_t seed)
        : m_office(Office::make(seed)), m_keys{std::move(m_office.signing), std::move(m_office.sealing),
                                               m_office.certificate},
          m_entropy(seed + 77) {
        m_replica = std::move(*Replica::open(std::move(*Database::open({":memory:"})), m_keys, m_entropy, m_clock));
        m_catalogue = std::move(*Catalogue::open(*m_replica, Schema::builtIn()));
    }

    /// Founds the space.
    void found(std::string_view organization) { m_space = *m_replica->createSpace("A space", "", organization); }
    /// Joins the space of `host`, as an editor.
    void join(Desk& host, std::string_view organization) {
        m_space = host.m_space;
        const auto invite =
            host.m_replica->offerInvite(m_space, Role::Editor, m_clock.now() + std::chrono::hours(24), "host");
        expects(invite.ok() && m_replica->askToJoin(*invite, organization).ok());
        expects(host.m_replica->admit(*m_replica->ownJoinRequest(m_space)).ok());
        host.handTo(*this);
        handTo(host);
    }
    /// Gives the other everything there is here.
    void handTo(Desk& other) {
        expects(m_replica->seal(m_space).ok());
        std::vector<Replica::Arrival> arrivals;
        const auto arrive = [&](EntryKind kind, ByteView wire) {
            arrivals.push_back({kind, Bytes(wire.begin(), wire.end())});
        };
        const auto records = m_replica->membershipRecords(m_space);
        for (const MembershipRecord& record : *records)
            arrive(EntryKind::Membership, record.wire());
        const auto objects = m_replica->keyObjects(m_space);
        for (const Bytes& object : *objects)
            arrive(EntryKind::KeyObject, object);
        for (const LogHeight& log : m_replica->heights(m_space)) {
            const auto segments = m_replica->segmentsAfter(m_space, log.log, 0, std::size_t{1} << 30);
            for (const Segment& segment : *segments)
                arrive(EntryKind::Segment, segment.wire());
        }
        expects(other.m_replica->receive(m_space, std::move(arrivals)).ok());
        other.index();
    }
    void exchangeWith(Desk& other) {
        handTo(other);
        other.handTo(*this);
    }

    using Fields = std::vector<std::pair<std::string, std::string>>;

    /// Enters a record as the command line does, and gives its id.
    Dot add(const char* typeName, const Fields& fields) {
        const RecordType& type = *Schema::builtIn().type(typeName);
        const std::uint32_t log = ownLogNumber(*m_replica, m_space);
        Edit edit = Edit::create(type, log);
        fill(edit, type, fields);
        const std::uint32_t sequence = commit(edit.operations());
        return {log, sequence, 0};
    }
    /// Changes a record as the command line does; false if that changes nothing.
    bool set(const Dot& record, const Fields& fields) {
        const Component component = **m_catalogue->component(record);
        Edit edit = Edit::of(component);
        fill(edit, *Schema::builtIn().type(component.type()->number), fields);
        if (edit.isEmpty()) return false;
        commit(edit.operations());
        return true;
    }
    std::uint32_t commit(std::vector<Operation> operations) {
        m_clock.advance(std::chrono::seconds(1));
        const auto sequence = m_replica->commit(m_space, "somebody", 1, std::move(operations));
        expects(sequence.ok());
        index();
        return *sequence;
    }
    void index() { expects(m_catalogue->index().ok()); }

    RecordView view(const Dot& record, Language language = Language::English) const {
        const CatalogueNames names(*m_catalogue, m_space);
        return RecordViews(*m_replica, Schema::builtIn(), names, language).of(**m_catalogue->component(record));
    }
    /// The machine text of a field's first value; empty for none.
    std::string text(const Dot& record, std::string_view field) const {
        const RecordView seen = view(record);
        const FieldView* found = seen.find(field);
        return found ? found->values.front().machine : std::string();
    }

    Replica& replica() { return *m_replica; }
    Catalogue& catalogue() { return *m_catalogue; }
    const SpaceId& space() const { return m_space; }
    StillClock& clock() { return m_clock; }
    CatalogueNames names() const { return {*m_catalogue, m_space}; }

private:
    void fill(Edit& edit, const RecordType& type, const Fields& fields) const {
        const CatalogueNames names(*m_catalogue, m_space);
        for (const auto& [name, text] : fields) {
            const Field& field = *type.field(name, Language::Spanish);
            std::vector<Value> values;
            for (const std::string& part : field.isSet ? splitElements(text) : std::vector<std::string>{text})
                if (auto read = readValue(field, part, names); read.value) values.push_back(*read.value);
            if (field.isSet)
                edit.setElements(field.number, values);
            else if (values.empty())
                edit.clear(field.number);
            else
                edit.set(field.number, values.front());
        }
    }

    Office m_office;
    DeviceKeys m_keys;
    SeededEntropy m_entropy;
    StillClock m_clock;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<Catalogue> m_catalogue;
    SpaceId m_space;
};

} // namespace puente::test
