using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Submit;
using CrossBorder.Verification.Identity;

namespace CrossBorder.Federation.Delegation;

/// <summary>
/// Whether the register shows that the agent is the child's parent: the agent's account holds a birth certificate of somebody of that name and
/// birth date. Where it does not say so, or may not be asked, an officer sees the papers.
/// </summary>
internal sealed class ParentProof(ILicenceSource source, ILicenceLog log)
{
    private const string Certificate = "birth-medical-certificate";

    public async Task<bool> HoldsAsync(Applicant agent, VerifiedIdentity child, CancellationToken cancellationToken)
    {
        if (agent is not { MainlandAccount: { } account, LicenceConsent: { } consent })
            return false;

        await log.RecordAsync(new(agent.ResidentId, null, consent, [Certificate]), cancellationToken);
        var found = await source.FindAsync(account, [Certificate], cancellationToken);
        return found.TryGetValue(out var licences) && licences.Any(licence => Names(licence.Attributes, child));
    }

    internal static bool Names(IReadOnlyDictionary<string, string> certificate, VerifiedIdentity child) =>
        certificate.GetValueOrDefault("birthdate") == child.Birthdate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        && certificate.GetValueOrDefault("name") is { } name
        && (NameComparison.HanEquals(name, child.Name.HanTraditional ?? child.Name.HanSimplified) || NameComparison.LatinEquals(name, child.Name.Latin));
}
