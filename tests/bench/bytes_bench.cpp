// Bytes and round trips of the workload: 20,000 records, 11 offices with 500 offline edits each, over the real session
// and a durable server store. Bytes are application frames, before TLS. Usage: bytes_bench WORKLOAD_FOLDER WORK_FOLDER

#include "sync/session/responder.h"
#include "sync/store/sqlite_store.h"
#include "tests/bench/office.h"
#include "tests/bench/report.h"

#include <cstdio>

using namespace puente;
using namespace puente::bench;

namespace {

constexpr int kOffices = 11;

struct World {
    std::filesystem::path workload;
    std::filesystem::path folder;
    test::SeededEntropy entropy{99};
    SigningKey serverKey = SigningKey::generate(entropy);
    std::unique_ptr<Store> store;
    std::unique_ptr<Relay> relay;
    std::vector<std::unique_ptr<Office>> offices;
    SystemClock clock;
};

/// One whole conversation, bytes moved by hand.
SyncSummary sync(World& world, Office& office) {
    const auto asking = office.conversation(world.relay->id());
    Responder answering(*world.relay, {}, world.clock.now());
    expects(asking->start(world.clock.now()).ok());
    while (!asking->isDone()) {
        bool moved = false;
        for (Bytes bytes = asking->takeOutput(); !bytes.empty(); bytes = asking->takeOutput()) {
            expects(answering.feed(bytes, world.clock.now()).ok());
            moved = true;
        }
        for (Bytes bytes = answering.takeOutput(); !bytes.empty(); bytes = answering.takeOutput()) {
            expects(asking->feed(bytes, world.clock.now()).ok());
            moved = true;
        }
        expects(moved);
    }
    expects(asking->summary().receipt);
    return asking->summary();
}

void firstSync(World& world) {
    Office& founder = *world.offices.emplace_back(std::make_unique<Office>(0, world.folder / "office-0"));
    founder.found("");
    const double loading = secondsOf([&] { founder.load(world.workload); });
    report("import of 20,000 records, one change set each", loading, "s");
    const SyncSummary upload = sync(world, founder);
    report("first upload: bytes up", static_cast<double>(upload.bytesUp), "B");
    for (int i = 1; i < kOffices; ++i) {
        world.offices.push_back(std::make_unique<Office>(i, world.folder / ("office-" + std::to_string(i))));
        world.offices.back()->joinThrough(founder);
    }
    sync(world, founder);
    for (int i = 1; i < kOffices; ++i) {
        SyncSummary summary;
        const double seconds = secondsOf([&] { summary = sync(world, *world.offices[static_cast<std::size_t>(i)]); });
        if (i != 1) continue;
        report("first sync of 20,000 records: bytes", static_cast<double>(summary.bytesUp + summary.bytesDown), "B");
        report("first sync of 20,000 records: wall without network", seconds, "s");
    }
}

void quarter(World& world) {
    for (int i = 0; i < kOffices; ++i)
        world.offices[static_cast<std::size_t>(i)]->edit(quarterEdits(world.workload, 1, i));
    double up = 0, down = 0;
    for (int round = 0; round < 2; ++round)
        for (const auto& office : world.offices) {
            const SyncSummary summary = sync(world, *office);
            up += static_cast<double>(summary.bytesUp);
            down += static_cast<double>(summary.bytesDown);
        }
    report("an office's quarter: bytes up", up / kOffices, "B");
    report("an office's quarter: bytes down", down / kOffices, "B");
    report("all 11 offices, both syncs: bytes", up + down, "B");
}

void nothingLost(World& world) {
    const Hash expected = *world.offices[0]->replica().stateHash(world.offices[0]->space());
    for (const auto& office : world.offices)
        expects(*office->replica().stateHash(office->space()) == expected);
    double offered = 0;
    const auto targets = contested(world.workload, 1);
    for (const auto& [reference, field] : targets) {
        const Dot id = world.offices[3]->find(reference);
        const auto state = world.offices[3]->replica().record(id);
        offered += isInConflict(*(*state)->find(field)) && (*state)->find(field)->values.size() == 2;
    }
    report("conflicts offered with both values, of 275", offered, "conflicts");
}

void oneChange(World& world) {
    Office& a = *world.offices[0];
    Office& b = *world.offices[1];
    const SyncSummary nothing = sync(world, a);
    report("nothing new: bytes up", static_cast<double>(nothing.bytesUp), "B");
    report("nothing new: bytes down", static_cast<double>(nothing.bytesDown), "B");
    report("nothing new: round trips", nothing.roundTrips, "turns");
    const auto edits = quarterEdits(world.workload, 2, 0);
    // The first change after a quarter also declares what its author has seen of ten other logs; the next one need not.
    a.edit({edits[0]});
    report("the first change after a quarter: A up", static_cast<double>(sync(world, a).bytesUp), "B");
    sync(world, b);
    a.edit({edits[1]});
    const SyncSummary pushed = sync(world, a);
    const SyncSummary pulled = sync(world, b);
    report("one change: A up", static_cast<double>(pushed.bytesUp), "B");
    report("one change: B down", static_cast<double>(pulled.bytesDown), "B");
    report("one change: round trips", std::max(pushed.roundTrips, pulled.roundTrips), "turns");
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    World world;
    world.workload = argv[1];
    world.folder = argv[2];
    std::filesystem::create_directories(world.folder);
    auto database = Database::open({.path = (world.folder / "relay.db").string()});
    expects(database.ok());
    auto store = SqliteStore::open(std::move(*database), world.entropy);
    expects(store.ok());
    world.store = std::move(*store);
    world.relay = std::make_unique<Relay>(*world.store, world.serverKey, QuotaLimits{});
    firstSync(world);
    quarter(world);
    nothingLost(world);
    oneChange(world);
    report("peak memory of all 11 offices and the server in one process", peakMemory(), "MiB");
    return 0;
}
