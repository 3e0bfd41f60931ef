#include "sync/erasable/erasable_key.h"

#include "common/crypto/aead.h"

namespace puente {

ErasableObject sealErasableKey(const ErasableKey& key, const SpaceId& space, const SpaceKey& epochKey,
                               const SigningKey& maker, Entropy& entropy) {
    const auto author = maker.publicId<DeviceId>();
    ErasableObject::Content content{
        .name = {space, author, key.commitment()}, .key = epochKey.idFor(space, author.view()), .sealed = {}};
    content.sealed = epochKey.seal(Purpose::ErasableObject, key.reveal(),
                                   ErasableObject::associated(content.name, content.key), entropy);
    return ErasableObject::sign(content, maker);
}

std::optional<ErasableKey> openErasableKey(const ErasableObject& object, const SpaceKey& epochKey) {
    const ErasableObject::Content& content = object.content();
    if (epochKey.idFor(content.name.space, content.name.maker.view()) != content.key) return std::nullopt;
    auto opened =
        epochKey.open(Purpose::ErasableObject, content.sealed, ErasableObject::associated(content.name, content.key));
    if (!opened || opened->size() != 32) return std::nullopt;
    ErasableKey key = ErasableKey::fromBytes(*opened);
    wipe(*opened);
    if (key.commitment() != content.name.commitment) return std::nullopt;
    return key;
}

} // namespace puente
