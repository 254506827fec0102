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

    /// <summary>CB6138 while no key signs envelopes with that algorithm.</summary>
    public Outcome<string> Sign(string payload, DepartmentOptions department) =>
        keys.Find(KeyUses.Envelopes, department.EnvelopeAlgorithm) is { } key
            ? Jws.Sign(key, Type, Encoding.UTF8.GetBytes(payload))
            : ErrorCatalogue.NoKeySigns.With($"No key signs envelopes with {department.EnvelopeAlgorithm} now.");
}
