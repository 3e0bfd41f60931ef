#include "sync/membership/membership.h"

#include "sync/membership/evaluation.h"

#include <algorithm>

namespace puente {

Height Closing::heightOf(const LogId& log) const {
    const auto found = std::ranges::find(heights, log, &LogHeight::log);
    return found == heights.end() ? Height{} : found->height;
}

const Member* Membership::find(const DeviceId& device) const {
    const auto found = members.find(device);
    return found == members.end() ? nullptr : &found->second;
}

bool Membership::isAdmin(const DeviceId& device) const {
    const Member* member = find(device);
    return member && member->mayAdmit();
}

bool Membership::isOfMember(const DeviceCertificate& certificate) const {
    return organizations.contains(certificate.organization) && certificate.isAuthentic();
}

const DeviceCertificate* Membership::certificateOf(const DeviceId& device) const {
    if (const Member* member = find(device)) return &member->certificate;
    const auto gone = former.find(device);
    return gone == former.end() ? nullptr : &gone->second.certificate;
}

const WritingRights* Membership::writingOf(const DeviceId& device) const {
    const auto found = writing.find(device);
    return found == writing.end() ? nullptr : &found->second;
}

Membership evaluate(const SpaceId& space, std::span<const MembershipRecord> records) {
    const RecordGraph graph(space, records);
    return Evaluation(graph).run();
}

} // namespace puente
