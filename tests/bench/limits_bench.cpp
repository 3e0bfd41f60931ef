// The raw limits of this machine, measured in the same run as everything else: what libsodium, SQLite and zstd can do
// alone with the same data. Usage: limits_bench WORKLOAD_FOLDER

#include "common/codec/compression.h"
#include "common/crypto/identity.h"
#include "common/crypto/space_key.h"
#include "tests/bench/report.h"
#include "tests/bench/workload.h"
#include "tests/support/seeded_entropy.h"

#include <sqlite3.h>

#include <fstream>
#include <iterator>

using namespace puente;
using namespace puente::bench;

namespace {

void measureSodium() {
    test::SeededEntropy entropy(1);
    const SpaceKey key = SpaceKey::generate(entropy);
    const SigningKey signer = SigningKey::generate(entropy);
    const Bytes block(64 * 1024, 7);
    constexpr int kRounds = 1000;
    const double seal = secondsOf([&] {
        for (int i = 0; i < kRounds; ++i)
            (void)key.seal(Purpose::Segment, block, {}, entropy);
    });
    const Signature signature = signer.sign(Purpose::Segment, block);
    const double verified = secondsOf([&] {
        for (int i = 0; i < kRounds; ++i)
            expects(verify(signer.publicId<DeviceId>(), Purpose::Segment, block, signature));
    });
    report("limit: XChaCha20-Poly1305, 64 KiB blocks", kRounds * 64.0 / 1024 / seal, "MiB/s");
    report("limit: Ed25519 verification, 64 KiB messages", kRounds / verified, "1/s");
}

void measureSqlite() {
    sqlite3* database = nullptr;
    sqlite3_open(":memory:", &database);
    sqlite3_exec(database, "CREATE TABLE cell(record, field, value, PRIMARY KEY(record, field)) WITHOUT ROWID", nullptr,
                 nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO cell VALUES(?, ?, ?)", -1, &insert, nullptr);
    const double seconds = secondsOf([&] {
        sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr);
        for (int i = 0; i < 240'000; ++i) {
            sqlite3_bind_int(insert, 1, i / 12);
            sqlite3_bind_int(insert, 2, i % 12);
            sqlite3_bind_text(insert, 3, "Seguimiento de acuerdos regionales", -1, SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    });
    sqlite3_finalize(insert);
    sqlite3_close(database);
    report("limit: SQLite inserting cells as rows", 240'000 / seconds, "cells/s");
}

void measureZstd(const std::filesystem::path& file, const std::string& row) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    report(row, static_cast<double>(compress(bytesOf(text), {}, 19).size()), "B");
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    measureSodium();
    measureSqlite();
    measureZstd(folder / "initial.jsonl", "limit: zstd -19, all records as one JSON stream");
    measureZstd(folder / "q1_00.jsonl", "limit: zstd -19, one office's 500 edits as one JSON stream");
    return 0;
}
