#pragma once

#include "common/base/bytes.h"

namespace puente {

/// A space: the first 16 bytes of the hash of the membership record that created it. Whoever knows the
/// id can check the whole membership log against it.
using SpaceId = Id<struct SpaceTag, 16>;

/// A device: its Ed25519 public key.
using DeviceId = Id<struct DeviceTag, 32>;

/// An organisation: the Ed25519 public key of its root.
using OrganizationId = Id<struct OrganizationTag, 32>;

/// Where things are sealed to: an X25519 public key.
using SealingId = Id<struct SealingTag, 32>;

/// A one-time invite: the Ed25519 public key whose secret only the invited holds.
using InviteId = Id<struct InviteTag, 32>;

/// A server: the Ed25519 public key that signs its receipts.
using ServerId = Id<struct ServerTag, 32>;

/// One life of a server's store; a restored backup begins another one.
using InstanceId = Id<struct InstanceTag, 16>;

/// A 32-byte BLAKE2b hash of exact bytes.
using Hash = Id<struct HashTag, 32>;

/// Which epoch key sealed something, said so that it commits to the key. Never truncated.
using KeyId = Id<struct KeyTag, 32>;

/// A key that can be erased: the first 16 bytes of a hash that commits to its maker and to the key itself.
using ErasableId = Id<struct ErasableTag, 16>;

/// A document's content: the hash of its index, so that whoever has the bytes can check that they are it.
using DocumentId = Id<struct DocumentTag, 32>;

/// An Ed25519 signature.
using Signature = Id<struct SignatureTag, 64>;

} // namespace puente
