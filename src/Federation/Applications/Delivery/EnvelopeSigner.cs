using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>Signs what a department gets, with the algorithm that it registered.</summary>
internal sealed class EnvelopeSigner(IHubKeys keys)
{
    public const string Type = "cross-border-application+jws";

    public SignedEnvelope Sign(string payload, DepartmentOptions department)
    {
        var key = keys.For(KeyUses.Envelopes, department.EnvelopeAlgorithm);
        return new SignedEnvelope(Jws.Sign(key, Type, Encoding.UTF8.GetBytes(payload)), key.KeyId);
    }
}

/// <param name="Compact">JWS compact form.</param>
/// <param name="KeyId">The key of the hub that signed it: what rests on that key is found by it.</param>
internal sealed record SignedEnvelope(string Compact, string KeyId);
