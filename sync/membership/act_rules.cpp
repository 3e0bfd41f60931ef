#include "sync/membership/act_rules.h"

#include "common/crypto/key_check.h"
#include "sync/membership/invite.h"

#include <algorithm>

namespace puente {

namespace {

template <typename T, typename Key>
bool isStrictlyAscending(const std::vector<T>& items, Key key) {
    return std::ranges::adjacent_find(items, [&](const T& a, const T& b) { return key(b) <= key(a); }) == items.end();
}

bool isSound(const LogHeight& log) {
    return log.log.incarnation > 0 && log.height.sequence > 0 && !log.height.head.isZero();
}

bool isSound(const Cuts& cuts) {
    const bool declaresNothing = cuts.declared == LogHeight{};
    return (declaresNothing || isSound(cuts.declared)) &&
           std::ranges::all_of(cuts.heights, [](const LogHeight& log) { return isSound(log); }) &&
           isStrictlyAscending(cuts.heights, [](const LogHeight& log) { return log.log; });
}

struct ActCheck {
    const MembershipRecord::Content& content;

    bool operator()(const CreateSpace& create) const {
        return content.space.isZero() && content.parents.empty() && !create.founders.empty() && byDevice() &&
               create.founders[0].device == std::get<DeviceId>(content.author) && areFounders(create.founders);
    }
    bool operator()(const OfferInvite& offer) const {
        return hasPlace() && byDevice() && isSigningPoint(offer.invite) &&
               (!offer.organization || isSigningPoint(*offer.organization));
    }
    bool operator()(const WithdrawInvite&) const { return hasPlace() && byDevice(); }
    bool operator()(const AdmitDevice& admit) const {
        return hasPlace() && byDevice() && admit.joiner.isAuthentic() && admit.incarnation > 0 &&
               verify(admit.invite, Purpose::JoinRequest,
                      joinProofMessage(content.space, admit.invite, admit.joiner, admit.incarnation), admit.proof);
    }
    bool operator()(const RemoveOrganization& remove) const {
        const auto* root = std::get_if<OrganizationId>(&content.author);
        return hasPlace() && (!root || *root == remove.organization) && isSound(remove.cuts);
    }
    bool operator()(const ChangeRole& change) const {
        return hasPlace() && byDevice() && change.incarnation > 0 && isSound(change.cuts);
    }
    bool operator()(const RevokeDevice& revoke) const { return hasPlace() && isSound(revoke.cuts); }
    bool operator()(const Recover& recover) const {
        const auto* root = std::get_if<OrganizationId>(&content.author);
        return hasPlace() && root && recover.device.organization == *root && recover.device.isAuthentic() &&
               isStrictlyAscending(recover.revoked, [](const DeviceId& device) { return device; }) &&
               !std::ranges::binary_search(recover.revoked, recover.device.device) && isSound(recover.cuts);
    }
    bool operator()(const RotateEpoch& rotate) const { return hasPlace() && byDevice() && rotate.number >= 2; }
    bool operator()(const Confirm&) const { return hasPlace(); }
    bool operator()(const StateFork& fork) const {
        const auto isHeight = [](const Height& height) { return (height.sequence == 0) == height.head.isZero(); };
        const bool isBehind = fork.from.sequence < fork.closedAt.sequence || fork.from == fork.closedAt;
        return hasPlace() && byDevice() && fork.incarnation > 0 && fork.nextIncarnation > fork.incarnation &&
               isHeight(fork.from) && isHeight(fork.closedAt) && isBehind;
    }
    bool operator()(const ProveFork& fork) const {
        return hasPlace() && byDevice() && fork.one.header.space == content.space && fork.isOneLogTwice() &&
               fork.isAuthentic();
    }

private:
    bool hasPlace() const { return !content.space.isZero() && !content.parents.empty(); }
    bool byDevice() const { return std::holds_alternative<DeviceId>(content.author); }

    static bool areFounders(const std::vector<DeviceCertificate>& founders) {
        for (std::size_t i = 0; i < founders.size(); ++i) {
            if (!founders[i].isAuthentic()) return false;
            for (std::size_t j = 0; j < i; ++j)
                if (founders[i].organization == founders[j].organization || founders[i].device == founders[j].device)
                    return false;
        }
        return true;
    }
};

} // namespace

bool isSoundByItself(const MembershipRecord::Content& content) {
    return std::visit(ActCheck{content}, content.act);
}

} // namespace puente
