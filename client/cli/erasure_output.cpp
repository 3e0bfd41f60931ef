#include "client/cli/erasure_output.h"

#include "client/cli/json_writer.h"
#include "client/core/text.h"

#include <algorithm>

namespace puente {

namespace {

constexpr std::size_t kShortId = 8;

/// By the name of their organisation.
std::vector<DeviceId> byName(const Replica& replica, const SpaceId& space, std::vector<DeviceId> devices) {
    std::sort(devices.begin(), devices.end(), [&](const DeviceId& a, const DeviceId& b) {
        return std::pair(replica.organizationName(space, a), a) < std::pair(replica.organizationName(space, b), b);
    });
    return devices;
}

} // namespace

void printErasure(Console& console, const Replica& replica, const SpaceId& space, const ErasureStatus& status) {
    JsonWriter json;
    json.beginObject().member("erased_here", status.isErased).member("at_server", status.atServer);
    const std::vector<DeviceId> confirmed = byName(replica, space, status.confirmed),
                                missing = byName(replica, space, status.missing);
    for (const auto& [name, devices] : {std::pair("confirmed", &confirmed), std::pair("missing", &missing)}) {
        json.key(name).beginArray();
        for (const DeviceId& device : *devices)
            json.beginObject()
                .member("organization", replica.organizationName(space, device))
                .member("device", toHex(device.view()))
                .endObject();
        json.endArray();
    }
    if (console.json()) {
        console.data(json.endObject().takeLine());
        return;
    }
    for (const DeviceId& device : confirmed)
        console.line(Text::tr("deleted: %1, device %2")
                         .arg(replica.organizationName(space, device))
                         .arg(toHex(device.view()).substr(0, kShortId)));
    for (const DeviceId& device : missing)
        console.line(Text::tr("not confirmed yet: %1, device %2")
                         .arg(replica.organizationName(space, device))
                         .arg(toHex(device.view()).substr(0, kShortId)));
}

} // namespace puente
