// How fast a replica takes in what arrives, and what one change costs in a small and a large space.
// Usage: apply_bench WORKLOAD_FOLDER WORK_FOLDER

#include "tests/bench/office.h"
#include "tests/bench/report.h"

using namespace puente;
using namespace puente::bench;

namespace {

void wholeRecordsThenEdits(const std::filesystem::path& workload, const std::filesystem::path& folder) {
    Office author(0, folder / "author"), reader(1, folder / "reader");
    author.found("");
    reader.joinThrough(author);
    author.load(workload);
    expects(author.replica().seal(author.space()).ok());
    double cells = 0;
    for (const auto& operations : initialRecords(workload, 0))
        cells += static_cast<double>(operations.size());
    auto arrivals = author.handedOver();
    const double loading =
        secondsOf([&] { expects(reader.replica().receive(author.space(), std::move(arrivals)).ok()); });
    report("applying whole records", cells / loading, "cells/s");

    const std::uint32_t before =
        static_cast<std::uint32_t>(author.replica().heights(author.space())[0].height.sequence);
    double edits = 0;
    for (int quarter : {1, 2})
        for (int office = 0; office < 11; ++office) {
            const auto some = quarterEdits(workload, quarter, office);
            author.edit(some);
            edits += static_cast<double>(some.size());
        }
    expects(author.replica().seal(author.space()).ok());
    auto edited = author.handedOver(before);
    const double applying =
        secondsOf([&] { expects(reader.replica().receive(author.space(), std::move(edited)).ok()); });
    report("applying single-field change sets", edits / applying, "change sets/s");
    expects(*reader.replica().stateHash(author.space()) == *author.replica().stateHash(author.space()));
    report("rebuilding all of it from the log", secondsOf([&] { expects(reader.replica().rebuild().ok()); }), "s");
}

/// One edit of a record's notes; `round` makes it a new value each time.
Edit note(const std::string& reference, int round) {
    return {.reference = reference, .field = 19, .value = "Seguimiento número " + std::to_string(round)};
}

/// Microseconds that one durable change takes in a space that holds `changeSets` already: 20,000 records and as many
/// edits as it takes, spread evenly over them.
double costOfOneChange(const std::filesystem::path& workload, const std::filesystem::path& folder, int changeSets) {
    Office office(2, folder / ("space-of-" + std::to_string(changeSets)));
    office.found("");
    office.load(workload);
    const std::vector<std::string> references = office.references();
    const int recordCount = static_cast<int>(references.size());
    std::vector<Edit> round;
    for (int i = recordCount; i < changeSets; ++i) {
        round.push_back(note(references[static_cast<std::size_t>(i % recordCount)], i));
        if (round.size() < 10'000) continue;
        office.edit(round);
        round.clear();
    }
    office.edit(round);
    constexpr int kRounds = 300;
    const double seconds = secondsOf([&] {
        for (int i = 0; i < kRounds; ++i)
            office.edit({note(references[static_cast<std::size_t>(i * 61 % recordCount)], i)});
    });
    return seconds / kRounds * 1e6;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const std::filesystem::path workload = argv[1], folder = argv[2];
    wholeRecordsThenEdits(workload, folder);
    const double small = costOfOneChange(workload, folder, 20'000);
    const double large = costOfOneChange(workload, folder, 1'000'000);
    report("one durable change among 20,000 change sets", small, "us");
    report("one durable change among 1,000,000 change sets", large, "us");
    report("one durable change: large space against small", large / small, "ratio");
    return 0;
}
