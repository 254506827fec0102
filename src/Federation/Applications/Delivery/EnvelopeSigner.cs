using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Trust;
using CrossBorder.Federation.Trust.Keys;
using CrossBorder.Verification.Crypto;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>Signs what a department gets, with the algorithm that it registered.</summary>
internal sealed class EnvelopeSigner(IHubSigners keys)
{
    public const string Type = "cross-border-application+jws";

    public const string SupplementType = "cross-border-supplement+jws";

    /// <summary>CB6138 while no key signs envelopes with that algorithm.</summary>
    public Outcome<SignedEnvelope> Sign(string payload, DepartmentOptions department, DeliveryKind kind = DeliveryKind.Application) =>
        keys.Find(KeyUses.Envelopes, department.EnvelopeAlgorithm) is { } key
            ? new SignedEnvelope(Jws.Sign(key, kind == DeliveryKind.Supplement ? SupplementType : Type, Encoding.UTF8.GetBytes(payload)), key.KeyId)
            : ErrorCatalogue.NoKeySigns.With($"No key signs envelopes with {department.EnvelopeAlgorithm} now.");
}

/// <param name="Compact">JWS compact form.</param>
/// <param name="KeyId">The key of the hub that signed it: what rests on that key is found by it.</param>
internal sealed record SignedEnvelope(string Compact, string KeyId);
