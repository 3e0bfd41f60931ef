#include "sync/document/document_store.h"

using namespace puente;

// Any bytes are an index of one encoding or none, and a store that is given one takes no bytes that it does not name.
// Input: the size of the index (two bytes), the index, then what is written for it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    if (size < 2) return 0;
    const std::size_t indexSize = std::min<std::size_t>(size - 2, data[0] + 256U * data[1]);
    const ByteView wire = input.subspan(2, indexSize);
    const auto index = DocumentIndex::parse({wire.begin(), wire.end()});
    if (!index) return 0;
    expects(equal(index->wire(), wire) && index->spanOf(index->chunkCount() - 1).end == index->sealedSize());
    auto store = DocumentStore::open(std::move(*Database::open({.path = ":memory:"})));
    const SpaceId space;
    expects((*store)->add(space, *index).ok());
    const ByteView bytes = input.subspan(2 + indexSize);
    const auto written = (*store)->write(space, index->id(), 0, bytes);
    expects(written.ok());
    const auto missing = (*store)->missing(space, index->id());
    expects(missing.ok() && missing->has_value());
    if (bytes.size() < index->spanOf(0).end) return 0;
    const auto read = (*store)->read(space, index->id(), 0);
    expects(read.ok() && (!*read || index->isChunk(0, **read)));
    return 0;
}
