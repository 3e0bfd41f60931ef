// Makes the compression dictionary again: train_dictionary DATA_FOLDER SCHEMA_FOLDER SIZE OUT.
//
// It learns from public text only (the points, meetings and organisations in tests/data, the words of the schema),
// written as the bodies that segments really hold. Why, and what each size gives: docs/decisions/0012-compression.md.
#include "sync/segment/body.h"
#include "tests/support/prng.h"

#include <nlohmann/json.hpp>

#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>

using namespace puente;

namespace {

using Row = std::vector<std::string>;
using Table = std::vector<Row>;

/// RFC 4180, well formed: these files are our own.
Table readTable(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    Table table;
    Row row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '\n')) {
            row.push_back(std::exchange(cell, {}));
            if (c == '\n') table.push_back(std::exchange(row, {}));
        } else if (quoted || c != '\r')
            cell += c;
    }
    if (!table.empty()) table.erase(table.begin());
    return table;
}

/// Every label and help text of the schema.
void collectWords(const nlohmann::json& node, std::vector<std::string>& words) {
    if (node.is_object())
        for (const auto& [key, child] : node.items()) {
            const bool isText = child.is_string() && (key == "es" || key == "en");
            if (isText) words.push_back(child);
            if (!isText) collectWords(child, words);
        }
    if (node.is_array())
        for (const auto& child : node)
            collectWords(child, words);
}

/// One office that writes what it is given, and keeps every body it made as a sample.
class Office {
public:
    explicit Office(std::uint64_t seed) : m_prng(seed) {}

    /// A new record with one text per column; empty ones are left out.
    void create(std::uint32_t type, const Row& row, const std::vector<std::uint32_t>& fields) {
        ChangeSet changeSet = newChangeSet();
        const Dot record{.log = 0, .sequence = changeSet.sequence, .index = 0};
        changeSet.operations.push_back(
            {.kind = Operation::Kind::Write, .record = record, .field = kTypeField, .value = Symbol{type}});
        for (std::size_t i = 0; i < fields.size() && i < row.size(); ++i)
            if (fields[i] != 0 && !row[i].empty()) add(changeSet, record, fields[i], row[i]);
        save(std::move(changeSet));
    }
    /// One field of some record, written again.
    void edit(std::uint32_t field, Value value) {
        ChangeSet changeSet = newChangeSet();
        const auto sequence = 1 + static_cast<std::uint32_t>(m_prng.below(changeSet.sequence - 1));
        const Dot record{.log = 0, .sequence = sequence, .index = 0};
        const Dot seen{.log = 0, .sequence = sequence, .index = 1 + static_cast<std::uint32_t>(m_prng.below(12))};
        changeSet.operations.push_back({.kind = Operation::Kind::Write,
                                        .record = record,
                                        .field = field,
                                        .value = std::move(value),
                                        .retired = {seen}});
        save(std::move(changeSet));
    }
    void sealEvery(std::size_t count) { m_sealAt = count; }

    void seal() {
        if (m_body.changeSets.empty()) return;
        const Bytes bytes = encodeBody(m_body);
        append(samples, bytes);
        sizes.push_back(bytes.size());
        m_body.changeSets.clear();
    }

    Bytes samples;
    std::vector<std::size_t> sizes;

private:
    ChangeSet newChangeSet() {
        m_time += 20'000 + m_prng.below(100'000);
        ChangeSet changeSet;
        changeSet.sequence = ++m_sequence;
        changeSet.stamp = {.time = m_time, .counter = 0};
        changeSet.person = "Punto focal";
        changeSet.schemaVersion = 1;
        return changeSet;
    }
    void add(ChangeSet& changeSet, const Dot& record, std::uint32_t field, const std::string& text) {
        const bool isSet = field == 20 || field == 21;
        std::size_t from = 0;
        while (from <= text.size()) {
            const std::size_t to = isSet ? std::min(text.find(';', from), text.size()) : text.size();
            const std::string part = text.substr(from, to - from);
            changeSet.operations.push_back({.kind = isSet ? Operation::Kind::Add : Operation::Kind::Write,
                                            .record = record,
                                            .field = field,
                                            .value = part});
            if (field == 20)
                changeSet.operations.back().value = Symbol{static_cast<std::uint32_t>(part[0] + part[1]) % 12};
            from = to + 1;
        }
    }
    void save(ChangeSet changeSet) {
        m_body.changeSets.push_back(std::move(changeSet));
        if (m_body.changeSets.size() >= m_sealAt) seal();
    }

    test::Prng m_prng;
    SegmentBody m_body{.logs = {LogId{}}, .seen = {}, .membershipHeads = {}, .changeSets = {}};
    std::uint32_t m_sequence = 2000;
    std::uint64_t m_time = 1'700'000'000'000;
    std::size_t m_sealAt = 1;
};

struct Corpus {
    Table agreements, meetings, organizations;
    std::vector<std::string> words;
};

Corpus readCorpus(const std::filesystem::path& data, const std::filesystem::path& schema) {
    Corpus corpus{readTable(data / "acuerdos.csv"),
                  readTable(data / "reuniones.csv"),
                  readTable(data / "organizaciones.csv"),
                  {}};
    std::vector<std::filesystem::path> documents;
    for (const auto& entry : std::filesystem::directory_iterator(schema))
        if (entry.path().extension() == ".json") documents.push_back(entry.path());
    std::sort(documents.begin(), documents.end());
    for (const auto& document : documents)
        collectWords(nlohmann::json::parse(std::ifstream(document)), corpus.words);
    return corpus;
}

/// Small and large segments alike: most hold a handful of edits, an import's hold 256 records.
void write(Office& office, const Corpus& corpus) {
    for (const std::size_t size : {1, 5, 40, 256}) {
        office.sealEvery(size);
        for (const Row& row : corpus.agreements)
            office.create(3, row, {8, 13, 34, 35, 0, 0, 9, 14, 16, 18, 22, 20, 21, 31});
        for (const Row& row : corpus.organizations)
            office.create(1, row, {8, 10, 0, 0, 0});
        for (const Row& row : corpus.meetings)
            office.create(2, row, {0, 9, 10, 0, 12, 13, 0, 0, 16, 17});
        office.seal();
        for (const Row& row : corpus.agreements) {
            if (row.size() < 9) continue;
            office.edit(33, row[8]);
            office.edit(14, row[7]);
            office.edit(24, static_cast<std::int64_t>(row[8].size() % 101));
        }
        for (const std::string& word : corpus.words)
            office.edit(25, word);
        office.seal();
    }
}

/// Deterministic: the same samples give the same dictionary. Empty if zstd has an objection.
Bytes train(const Office& office, std::size_t sizeMax) {
    Bytes dictionary(sizeMax);
    ZDICT_fastCover_params_t parameters{};
    parameters.d = 8;
    parameters.steps = 40;
    parameters.nbThreads = 1;
    parameters.splitPoint = 1.0;
    parameters.zParams.compressionLevel = 19;
    const std::size_t size = ZDICT_optimizeTrainFromBuffer_fastCover(
        dictionary.data(), dictionary.size(), office.samples.data(), office.sizes.data(),
        static_cast<unsigned>(office.sizes.size()), &parameters);
    dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
    return dictionary;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 5) return EXIT_FAILURE;
    Office office(1);
    write(office, readCorpus(arguments[1], arguments[2]));
    const Bytes dictionary = train(office, static_cast<std::size_t>(std::atol(arguments[3])));
    if (dictionary.empty()) return EXIT_FAILURE;
    std::ofstream(arguments[4], std::ios::binary)
        .write(reinterpret_cast<const char*>(dictionary.data()), static_cast<std::streamsize>(dictionary.size()));
    std::cout << office.sizes.size() << " samples, " << office.samples.size() << " bytes: dictionary of "
              << dictionary.size() << '\n';
}
