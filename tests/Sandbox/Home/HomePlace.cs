using CrossBorder.Sandbox.Hosting;
using CrossBorder.Sandbox.Pki;
using CrossBorder.Sandbox.Residents;
using CrossBorder.Verification.Crypto;

namespace CrossBorder.Sandbox.Home;

/// <summary>One home provider that the sandbox plays: where it listens, who signs in there, what it signs with.</summary>
/// <param name="Name">Of its database, and of the authorities whose revocation lists it serves.</param>
/// <param name="Issuer">On a port of this machine.</param>
/// <param name="Residents">Who may sign in.</param>
/// <param name="Keys">What assertions are signed with; residents are shared out among them.</param>
public sealed record HomePlace(string Name, Uri Issuer, IReadOnlyList<SandboxResident> Residents, IReadOnlyList<ISigningKey> Keys)
{
    /// <summary>The one of Hong Kong, which is always there.</summary>
    public static HomePlace HongKong(SandboxPorts ports, DevelopmentPki pki)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(pki);
        // Both kinds of key are in use, as they are while a provider moves from one to the other.
        return new("hk", ports.HomeAddress, SandboxResidents.All, [pki.SigningKey("home-rs256", "RS256"), pki.SigningKey("home-es256", "ES256")]);
    }

    /// <summary>One of another place, under an authority of its own that the hub knows nothing of.</summary>
    public static HomePlace Elsewhere(string name, Uri issuer, DevelopmentPki pki)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(pki);
        pki.CertifyPlace(name, issuer);
        return new(name, issuer, SandboxResidents.Of(name), [pki.SigningKey(name + "-home", "ES256")]);
    }

    public SandboxResident? Find(string? login) => Residents.FirstOrDefault(resident => resident.Login == login);

    public ISigningKey KeyFor(SandboxResident resident) => Keys[Residents.Index().First(entry => entry.Item == resident).Index % Keys.Count];
}
