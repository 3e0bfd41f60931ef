// What sealing costs: the same import, sync and reading on a sealed file and on a plain one, by turns.
// Usage: at_rest_bench WORKLOAD_FOLDER WORK_FOLDER

#include "tests/bench/office.h"
#include "tests/bench/report.h"

#include <algorithm>

using namespace puente;
using namespace puente::bench;

namespace {

constexpr int kRounds = 5;
constexpr int kReadingsARound = 5; // each is short

struct Figures {
    std::vector<double> importing, syncing, reading;
};

/// Opens the file and reads every record and its values.
void readAll(Office& office) {
    std::size_t fields = 0;
    office.open();
    expects(office.replica()
                .forEach(office.space(), kAgreementType,
                         [&](const Dot&, const RecordState& state) {
                             fields += state.find(kReferenceField)->values.size();
                             return true;
                         })
                .ok());
    expects(fields > 0);
}

void measure(const std::filesystem::path& workload, const std::filesystem::path& folder, Office::Storage storage,
             Figures& figures) {
    std::filesystem::remove_all(folder);
    Office author(0, folder / "author", storage), reader(1, folder / "reader", storage);
    author.found("");
    reader.joinThrough(author);
    figures.importing.push_back(secondsOf([&] { author.load(workload); }));
    std::vector<Replica::Arrival> arrivals;
    const double sealing = secondsOf([&] {
        expects(author.replica().seal(author.space()).ok());
        arrivals = author.handedOver();
    });
    figures.syncing.push_back(
        sealing + secondsOf([&] { expects(reader.replica().receive(author.space(), std::move(arrivals)).ok()); }));
    for (int i = 0; i < kReadingsARound; ++i) {
        reader.close(); // which writes: the log is brought into the file
        figures.reading.push_back(secondsOf([&] { readAll(reader); }));
    }
}

/// The least disturbed of the rounds: whatever else the machine does only adds.
double least(const std::vector<double>& seconds) {
    return std::ranges::min(seconds);
}

void compare(const std::string& what, const std::vector<double>& sealed, const std::vector<double>& plain) {
    report("at rest: " + what + ", plain", least(plain), "s");
    report("at rest: " + what + ", sealed", least(sealed), "s");
    report("at rest: " + what + ", sealed against plain", least(sealed) / least(plain), "ratio");
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::filesystem::path workload = argv[1], folder = std::filesystem::path(argv[2]) / "at-rest";
    Figures plain, sealed;
    for (int round = 0; round < kRounds; ++round) {
        measure(workload, folder / "plain", Office::Storage::Plain, plain);
        measure(workload, folder / "sealed", Office::Storage::Sealed, sealed);
    }
    compare("import", sealed.importing, plain.importing);
    compare("sync", sealed.syncing, plain.syncing);
    compare("reading", sealed.reading, plain.reading);
    return 0;
}
