#include "client/domain/csv.h"
#include "common/base/bytes.h"
#include "common/base/expects.h"

using namespace puente;

namespace {

std::vector<std::string> restored(std::vector<std::string> cells) {
    for (std::string& cell : cells)
        cell = restoreCell(cell);
    return cells;
}

} // namespace

// A table that was read and written again reads the same, once its cells are restored from their harmless form.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = textOf({data, size});
    expects(restoreCell(harmlessCell(text)) == text);
    const auto table = readCsv(text);
    if (!table || table->encoding != TextEncoding::Utf8) return 0;
    std::vector<std::vector<std::string>> rows{table->header};
    for (const CsvRow& row : table->rows)
        rows.push_back(row.cells);
    const auto again = readCsv(writeCsv(rows), ',');
    expects(again.ok() && restored(again->header) == table->header && again->rows.size() == table->rows.size());
    for (std::size_t i = 0; i < table->rows.size(); ++i)
        expects(restored(again->rows[i].cells) == table->rows[i].cells);
    return 0;
}
