// What searching costs at 50,000 records: each question asked often, the slowest time reported.

#include "client/domain/due_term.h"
#include "client/domain/follow_up/due_list.h"
#include "tests/bench/report.h"
#include "tests/support/desk.h"

#include <array>

using namespace puente;
using namespace puente::bench;

namespace {

constexpr std::uint32_t kRecords = 50'000;
constexpr std::size_t kBatch = 1000;

constexpr std::array<const char*, 12> kWords{"migración", "protección", "niñez",   "trata",
                                             "consular",  "retorno",    "laboral", "frontera",
                                             "refugio",   "género",     "remesas", "capacitación"};
constexpr std::array<const char*, 4> kTerms{"2026-12-01", "primer trimestre del año 2027",
                                            "en un plazo no mayor de sesenta días", "en el corto plazo"};

/// A text of real words, another one for each number; word k stands in one of kWords.size() of them or so.
std::string textOf(std::uint32_t number) {
    std::string text = "Punto " + std::to_string(number) + ":";
    for (std::uint32_t i = 0; i < 40; ++i)
        text += std::string(" ") + kWords[(number * 7 + i * i * 13 + i) % kWords.size()] +
                std::to_string((number * 31 + i) % 997);
    return text;
}

void fill(test::Desk& desk) {
    const RecordType& type = *Schema::builtIn().type("agreement");
    const std::uint32_t log = ownLogNumber(desk.replica(), desk.space());
    std::vector<std::vector<Operation>> batch;
    for (std::uint32_t i = 0; i < kRecords; ++i) {
        Edit edit = Edit::create(type, log);
        edit.set(type.field("reference")->number, "B-" + std::to_string(i));
        edit.set(type.field("printed_number")->number, std::to_string(i % 30) + ".a)");
        edit.set(type.field("title_es")->number, std::string("Acuerdo sobre ") + kWords[i % kWords.size()]);
        edit.set(type.field("description_es")->number, textOf(i));
        edit.set(type.field("due")->number,
                 readValue(*type.field("due"), kTerms[i % kTerms.size()], desk.names()).value.value());
        batch.push_back(edit.operations());
        if (batch.size() == kBatch)
            expects(desk.replica().commitAll(desk.space(), "b", 2, std::exchange(batch, {})).ok());
    }
}

void ask(test::Desk& desk, const std::string& name, const char* question) {
    double worst = 0;
    for (int round = 0; round < 10; ++round)
        worst =
            std::max(worst, secondsOf([&] { expects(!desk.catalogue().search(desk.space(), question, 200).empty()); }));
    report("searching 50,000 records, " + name, worst * 1000, "ms");
}

} // namespace

int main() {
    test::Desk desk(1);
    desk.found("ST CRM");
    fill(desk);
    report("indexing 50,000 records", secondsOf([&] { desk.index(); }), "s");
    ask(desk, "a rare word", "consular310");
    ask(desk, "two common words", "acuerdo migracion");
    ask(desk, "a code", "1.a)");
    ask(desk, "the beginning of a word", "mig");
    const Deadlines deadlines(desk.catalogue(), desk.space());
    const DueQuery query{.today = {20'000}};
    report("what is due among 50,000 records",
           secondsOf([&] { expects(listDue(desk.catalogue(), desk.space(), deadlines, query).ok()); }) * 1000, "ms");
    return 0;
}
