using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Ports;

/// <summary>Electronic licences (電子證照) of a mainland account.</summary>
public interface ILicenceSource
{
    /// <summary>The licences of these kinds that the account holds; absent ones are left out.</summary>
    Task<Outcome<IReadOnlyList<ElectronicLicence>>> FindAsync(
        string mainlandAccount, IReadOnlyCollection<string> kinds, CancellationToken cancellationToken);
}

/// <summary>One electronic licence.</summary>
/// <param name="Kind">Slug of the material that it stands for, such as <c>residence-permit</c>.</param>
/// <param name="Attributes">What it says, by attribute name, such as <c>address</c>.</param>
public sealed record ElectronicLicence(string Kind, IReadOnlyDictionary<string, string> Attributes);
