#include <QTest>

#include "client/domain/day_text.h"
#include "client/domain/follow_up/plan_status.h"
#include "tests/support/desk.h"

using namespace puente;
using namespace puente::test;

/// An approval counts for the government whose device signed and wrote it, for the text that it signed, and for nobody
/// else and nothing else.
class PlanStatusTest : public QObject {
    Q_OBJECT

    using State = GovernmentStatus::State;
    static constexpr std::uint64_t kGt = 21, kCr = 22, kNetwork = 23;

    struct World {
        Desk gt{kGt}, cr{kCr}, network{kNetwork};
        Dot plan;

        World() {
            gt.found("Cancillería de Guatemala");
            cr.join(gt, "Migración de Costa Rica");
            network.join(gt, "RROCM");
            gt.add("organization", {{"name", "Cancillería de Guatemala"}, {"country", "GT"}, {"kind", "government"}});
            gt.add(
                "organization",
                {{"name", "DGME"}, {"aliases", "Migración de Costa Rica"}, {"country", "CR"}, {"kind", "government"}});
            gt.add("organization", {{"name", "RROCM"}, {"country", "GT"}, {"kind", "civil_society"}});
            plan = gt.add("plan", {{"year", "2027"}, {"title", "Plan conjunto"}});
            meet();
        }
        void meet() {
            for (Desk* desk : {&cr, &network})
                gt.exchangeWith(*desk);
            for (Desk* desk : {&cr, &network})
                gt.handTo(*desk);
        }
    };

    /// What to sign, and with whose keys.
    struct Wish {
        std::uint64_t signer = kCr;
        std::string organization = "Migración de Costa Rica";
        std::string country = "CR";
        ApprovalDecision decision = ApprovalDecision::Approved;
        std::string remark = {};
        std::string date = "2026-11-20";
    };

    static FrozenPlan current(Desk& desk) {
        const Dot plan = desk.catalogue().find(desk.space(), {}, "2027|Plan conjunto").front();
        return *freeze(*readPlan(desk.catalogue(), desk.space(), **desk.catalogue().component(plan)),
                       Schema::builtIn());
    }
    static Desk::Fields approval(Desk& desk, const Wish& wish) {
        const test::Office office = test::Office::make(wish.signer);
        SeededEntropy entropy(wish.signer + 500);
        const ApprovalKey key = ApprovalKey::generate(entropy);
        const FrozenPlan frozen = current(desk);
        const std::string statement = statementText({.plan = "Plan conjunto",
                                                     .year = "2027",
                                                     .version = frozen.version,
                                                     .organization = wish.organization,
                                                     .country = wish.country,
                                                     .decision = wish.decision,
                                                     .remark = wish.remark,
                                                     .date = *parseDay(wish.date)});
        return {{"plan", "2027|Plan conjunto"},
                {"version", toHex(frozen.version.view())},
                {"organization", wish.organization},
                {"decision", std::string(wordOf(wish.decision))},
                {"statement", statement},
                {"signature", toHex(key.sign(bytesOf(statement)).view())},
                {"approval_key",
                 certificateText(ApprovalCertificate::issue(office.certificate, office.signing, key.publicId()))},
                {"frozen", frozen.text}};
    }
    /// As the record keeps them to the letter: a cell would lose the line break at the end.
    static Dot write(Desk& desk, const Desk::Fields& fields) {
        const RecordType& type = *Schema::builtIn().type("approval");
        const CatalogueNames names = desk.names();
        Edit edit = Edit::create(type, ownLogNumber(desk.replica(), desk.space()));
        for (const auto& [name, text] : fields) {
            const Field& field = *type.field(name);
            edit.set(field.number, field.kind == FieldKind::Text ? Value(text) : *readValue(field, text, names).value);
        }
        return {edit.record().log, desk.commit(edit.operations()), edit.record().index};
    }
    static PlanStatus status(Desk& desk, const char* at = "2026-12-31", std::optional<std::int64_t> quorum = {}) {
        std::vector<SpaceMember> members;
        for (const auto& [id, organization] : desk.replica().membership(desk.space()).organizations)
            members.push_back({id, desk.replica().organizationName(desk.space(), id)});
        const Dot plan = desk.catalogue().find(desk.space(), {}, "2027|Plan conjunto").front();
        const auto governments = governmentsAmong(desk.catalogue(), desk.space(), members, *parseDay(at));
        const auto found = ApprovalReader(desk.catalogue(), desk.replica().membership(desk.space()))
                               .read(desk.space(), plan, members, *governments);
        return statusFrom(*governments, *found,
                          {.version = current(desk).version, .at = *parseDay(at), .quorum = quorum});
    }
    /// "CR approved, GT missing; not_authentic": the governments by country, then why approvals do not count.
    static std::string told(const PlanStatus& status) {
        std::string text;
        for (const GovernmentStatus& each : status.governments)
            text +=
                (text.empty() ? "" : ", ") + each.government.countries.front() + " " + std::string(wordOf(each.state));
        for (const ApprovalFound& invalid : status.invalid)
            text += "; " + std::string(wordOf(*invalid.refusal));
        return text;
    }

private slots:
    void aGovernmentsOwnApprovalCounts() {
        World world;
        QCOMPARE(told(status(world.gt)), std::string("CR missing, GT missing"));
        write(world.cr, approval(world.cr, {}));
        world.meet();
        QCOMPARE(told(status(world.gt)), std::string("CR approved, GT missing"));
        QCOMPARE(told(status(world.network)), told(status(world.gt)));
        QVERIFY(!status(world.gt).isApproved());
        QVERIFY(status(world.gt, "2026-12-31", 1).isApproved());
        QCOMPARE(told(status(world.gt, "2026-11-19")), std::string("CR missing, GT missing"));
    }

    void aReservationCountsAndARejectionDoesNot() {
        World world;
        write(world.cr, approval(world.cr, {.decision = ApprovalDecision::WithReservation, .remark = "Según fondos"}));
        write(world.gt, approval(world.gt, {.signer = kGt,
                                            .organization = "Cancillería de Guatemala",
                                            .country = "GT",
                                            .decision = ApprovalDecision::Rejected,
                                            .remark = "Faltan plazos"}));
        world.meet();
        QCOMPARE(told(status(world.cr)), std::string("CR with_reservation, GT rejected"));
        QCOMPARE(status(world.cr).approvals, std::size_t{1});
    }

    void anotherTextIsNotWhatWasSigned() {
        World world;
        write(world.cr, approval(world.cr, {}));
        world.gt.set(world.plan, {{"quorum", "2"}});
        world.meet();
        const PlanStatus now = status(world.gt);
        QCOMPARE(told(now), std::string("CR changed_since, GT missing"));
        QVERIFY(now.governments.front().approval->frozen.find("all governments") != std::string::npos);
        write(world.cr, approval(world.cr, {.date = "2026-11-25"}));
        world.meet();
        QCOMPARE(told(status(world.gt)), std::string("CR approved, GT missing"));
    }

    void aSignatureThatDoesNotHoldIsShownAndNeverCounted() {
        World world;
        Desk::Fields fields = approval(world.cr, {});
        fields[5].second[0] = fields[5].second[0] == '0' ? '1' : '0';
        write(world.cr, fields);
        world.meet();
        QCOMPARE(told(status(world.gt)), std::string("CR missing, GT missing; not_authentic"));
    }

    void nobodySignsForAnotherGovernment() {
        World world;
        // The network signs with its own keys, in another's name; then hands over keys as if they were another's.
        write(world.network, approval(world.network, {.signer = kNetwork}));
        Desk::Fields borrowed = approval(world.network, {.signer = kNetwork});
        borrowed[6].second = approval(world.network, {.signer = kCr})[6].second;
        write(world.network, borrowed);
        // A government signs in another's name, or for another country.
        write(world.gt, approval(world.gt, {.signer = kGt}));
        write(world.gt, approval(world.gt, {.signer = kGt, .organization = "Cancillería de Guatemala"}));
        world.meet();
        const std::string seen = told(status(world.cr));
        QVERIFY2(seen.starts_with("CR missing, GT missing; "), seen.c_str());
        QCOMPARE(status(world.cr).invalid.size(), std::size_t{4});
        QCOMPARE(std::count(seen.begin(), seen.end(), ';'), 4);
        QVERIFY(seen.find("no_government") != std::string::npos && seen.find("written_by_other") == std::string::npos);
        QVERIFY(seen.find("not_authentic") != std::string::npos && seen.find("wrong_name") != std::string::npos);
    }

    void whatAnotherOrganisationWroteDoesNotCountThoughItIsSigned() {
        World world;
        write(world.network, approval(world.cr, {})); // with a key that was stolen, and whose log is cut since
        world.meet();
        QCOMPARE(told(status(world.gt)), std::string("CR missing, GT missing; written_by_other"));
    }

    void whatAnotherWritesOverAnApprovalVoidsItAndIsSeen() {
        World world;
        const Dot record = write(world.cr, approval(world.cr, {}));
        world.meet();
        const Dot there = world.network.catalogue()
                              .find(world.network.space(), {}, handleOf(record, world.cr.replica().logs()))
                              .front();
        world.network.set(there, {{"statement", "Aprobamos todo"}});
        world.meet();
        QCOMPARE(told(status(world.gt)), std::string("CR missing, GT missing; malformed"));
        write(world.cr, approval(world.cr, {}));
        world.meet();
        QCOMPARE(told(status(world.gt)), std::string("CR approved, GT missing; malformed"));
    }

    void whoSignsTwiceDifferentlyHasNotDecided() {
        World world;
        write(world.cr, approval(world.cr, {}));
        write(world.cr, approval(world.cr, {}));
        QCOMPARE(told(status(world.cr)), std::string("CR approved, GT missing"));
        write(world.cr, approval(world.cr, {.decision = ApprovalDecision::Rejected, .remark = "No"}));
        QCOMPARE(told(status(world.cr)), std::string("CR contested, GT missing"));
    }

    void ofOneCountryTheOfficeWithTheFocalPointSpeaks() {
        World world;
        world.gt.add("organization", {{"name", "RROCM"}, {"country", "CR"}, {"kind", "government"}}); // for the test
        QCOMPARE(told(status(world.gt)), std::string("CR missing, CR missing, GT missing"));
        world.gt.add("focal_point", {{"organization", "DGME|CR"}, {"name", "Ana"}, {"to", "2026-12-31"}});
        QCOMPARE(told(status(world.gt)), std::string("CR missing, GT missing"));
        QCOMPARE(told(status(world.gt, "2027-01-01")), std::string("CR missing, CR missing, GT missing"));
    }
};

QTEST_APPLESS_MAIN(PlanStatusTest)
#include "plan_status_test.moc"
