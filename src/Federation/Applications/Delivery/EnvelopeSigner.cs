using System.Text;
using CrossBorder.Adapters.Departments;
using CrossBorder.Federation.Trust;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Federation.Applications.Delivery;

/// <summary>Signs what a department gets, with the algorithm that it registered.</summary>
internal sealed class EnvelopeSigner(IHubKeys keys)
{
    public const string Type = "cross-border-application+jws";

    public string Sign(string payload, DepartmentOptions department) =>
        Jws.Sign(keys.For(KeyUses.Envelopes, department.EnvelopeAlgorithm), Type, Encoding.UTF8.GetBytes(payload));
}
