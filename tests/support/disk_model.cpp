#include "tests/support/crash_vfs.h"

#include <algorithm>
#include <utility>

namespace puente::test {

namespace {

constexpr std::size_t kSectorSize = 512;

} // namespace

DiskModel::DiskModel(const DiskImage& image) {
    for (const auto& [path, bytes] : image)
        m_files[path] =
            File{.exists = true, .content = bytes, .isNew = false, .isDurable = true, .durable = bytes, .pending = {}};
}

void DiskModel::write(Bytes& content, std::uint64_t offset, ByteView bytes) {
    if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size());
    std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(offset));
}

/// Does to `content` what a power cut leaves of one event that no sync has covered.
void DiskModel::change(Bytes& content, const DiskEvent& event, CutStyle style, Prng& prng) {
    if (style == CutStyle::Dropped) return;
    if (style == CutStyle::Some && prng.chance(50)) return;
    if (event.kind == DiskEvent::Kind::Truncate) {
        if (style != CutStyle::Torn || prng.chance(50)) content.resize(event.offset);
        return;
    }
    if (style != CutStyle::Torn) return write(content, event.offset, event.bytes);
    std::size_t done = 0;
    while (done < event.bytes.size()) {
        const std::uint64_t at = event.offset + done;
        const std::size_t size = std::min(kSectorSize - at % kSectorSize, event.bytes.size() - done);
        if (prng.chance(50)) write(content, at, ByteView(event.bytes).subspan(done, size));
        done += size;
    }
}

void DiskModel::apply(const DiskEvent& event) {
    File& file = m_files[event.path];
    Prng none(0);
    switch (event.kind) {
    case DiskEvent::Kind::Create:
        file.exists = true;
        file.isNew = true;
        // What a deleted file of this name held may still be on the platter.
        if (file.isDurable) file.pending.push_back({.kind = DiskEvent::Kind::Truncate, .path = event.path});
        break;
    case DiskEvent::Kind::Write:
    case DiskEvent::Kind::Truncate:
        change(file.content, event, CutStyle::Kept, none);
        file.pending.push_back(event);
        break;
    case DiskEvent::Kind::Sync:
        for (const DiskEvent& pending : file.pending)
            change(file.durable, pending, CutStyle::Kept, none);
        file.pending.clear();
        file.isDurable = true;
        if (std::exchange(file.isNew, false)) syncFolder();
        break;
    case DiskEvent::Kind::Delete:
        file.exists = false;
        file.content.clear();
        // Until the folder is synced the old file may come back, so what it held stays durable.
        if (event.durable) file = File{};
        break;
    }
}

/// What was deleted is gone for good.
void DiskModel::syncFolder() {
    std::erase_if(m_files, [](const auto& named) { return !named.second.exists; });
}

const Bytes* DiskModel::find(const std::string& path) const {
    const auto found = m_files.find(path);
    return found == m_files.end() || !found->second.exists ? nullptr : &found->second.content;
}

DiskImage DiskModel::image() const {
    DiskImage image;
    for (const auto& [path, file] : m_files)
        if (file.exists) image[path] = file.content;
    return image;
}

DiskImage DiskModel::afterPowerCut(CutStyle style, Prng& prng) const {
    DiskImage image;
    for (const auto& [path, file] : m_files) {
        const bool wasDeleted = !file.exists;
        if (wasDeleted && (!file.isDurable || style == CutStyle::Kept || prng.chance(50))) continue;
        if (!file.isDurable && (style == CutStyle::Dropped || (style != CutStyle::Kept && prng.chance(50)))) continue;
        Bytes content = file.durable;
        for (const DiskEvent& event : file.pending)
            change(content, event, style, prng);
        image[path] = std::move(content);
    }
    return image;
}

} // namespace puente::test
