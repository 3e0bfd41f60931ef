// What a new epoch costs: the time to make its key and seal it to everybody, and the bytes that travel.

#include "tests/bench/report.h"
#include "tests/support/replica_fixture.h"

using namespace puente;
using namespace puente::bench;

namespace {

/// A space of one admin and this many organisations, their devices dealt out among them.
void fill(test::Peer& admin, std::size_t organizations, std::size_t devices) {
    admin.found();
    std::vector<test::Office> offices;
    for (std::size_t i = 0; i < organizations; ++i)
        offices.push_back(test::Office::make(10 + i));
    Hash parent = admin->membership(admin.space()).heads.at(0);
    std::vector<Replica::Arrival> arrivals;
    const auto say = [&](const MembershipAct& act) {
        const auto record =
            MembershipRecord::sign({admin.space(), admin.device(), {parent}, act}, {}, admin.keys().signing);
        parent = record.hash();
        arrivals.push_back({EntryKind::Membership, Bytes(record.wire().begin(), record.wire().end())});
    };
    for (std::size_t i = 0; i < devices; ++i) {
        const SigningKey invite = test::inviteKey(i);
        const test::Office& office = offices[i % organizations];
        say(test::offerOf(invite, Role::Reader));
        if (i < organizations)
            say(test::admissionOf(admin.space(), invite, Role::Reader, office));
        else
            say(test::admissionOf(admin.space(), invite, Role::Reader, office.another(i)));
    }
    expects(admin->receive(admin.space(), std::move(arrivals)).ok());
    expects(admin->membership(admin.space()).members.size() == devices + 1);
}

void measure(const std::string& name, std::size_t organizations, std::size_t devices) {
    test::Peer admin(1);
    fill(admin, organizations, devices);
    double best = 1e9;
    std::size_t bytes = 0;
    for (int round = 0; round < 5; ++round) {
        const auto before = *admin->keyObjects(admin.space());
        best = std::min(best, secondsOf([&] { expects(admin->rotateEpoch(admin.space()).ok()); }));
        const auto objects = *admin->keyObjects(admin.space());
        bytes = objects.back().size() + admin->membershipRecords(admin.space())->back().wire().size();
        expects(objects.size() == before.size() + 1);
    }
    report("a new epoch for " + name + ": time", best * 1000, "ms");
    report("a new epoch for " + name + ": bytes", static_cast<double>(bytes), "B");
}

/// What libsodium alone takes for as many sealed boxes.
void measureSeals(std::size_t count) {
    test::SeededEntropy entropy(1);
    const SealingKey reader = SealingKey::generate(entropy);
    const Bytes key(32, 7);
    double best = 1e9;
    for (int round = 0; round < 5; ++round)
        best = std::min(best, secondsOf([&] {
                            for (std::size_t i = 0; i < count; ++i)
                                (void)sealTo(reader.publicId(), key, entropy);
                        }));
    report("limit: " + std::to_string(count) + " sealed boxes", best * 1000, "ms");
}

} // namespace

int main() {
    measureSeals(300);
    measure("300 keys", 149, 149); // and the admin's two
    measure("1,000 devices and 300 kits", 299, 999);
    return 0;
}
