using System.Security.Cryptography;
using System.Text;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Officers.OpenId;

/// <summary>Whether what the provider says of somebody is enough to be an officer: allowed, by two factors, just now, in one role.</summary>
internal sealed class JudgeArrival(IOptions<OfficersOptions> options, TimeProvider clock)
{
    /// <summary>CB6071 to CB6075.</summary>
    public Outcome<ProvedPerson> Judge(OfficerArrival arrival)
    {
        var rules = options.Value.OpenId;
        if (arrival.Issuer.Length == 0 || arrival.Subject.Length == 0
            || (rules.Subjects.Count > 0 && !rules.Subjects.Contains(arrival.Subject))
            || (rules.Groups.Count > 0 && !rules.Groups.Intersect(arrival.Groups, StringComparer.Ordinal).Any()))
            return ErrorCatalogue.OfficerNotAdmitted.With("outside the allowed subjects and groups");
        if ((rules.RequiredAcr.Count > 0 && (arrival.Level is null || !rules.RequiredAcr.Contains(arrival.Level)))
            || (rules.RequiredAmr.Count > 0 && !rules.RequiredAmr.Intersect(arrival.Methods, StringComparer.Ordinal).Any()))
            return ErrorCatalogue.OfficerSecondFactorMissing.With($"acr {arrival.Level ?? "none"}");
        if (arrival.AuthenticatedAt is not { } at || at < arrival.AskedAt - rules.ClockSkew || at > clock.GetUtcNow() + rules.ClockSkew)
            return ErrorCatalogue.OfficerProofStale.With("auth_time is missing, or of another sign-in");

        var roles = rules.Roles.Where(role => arrival.Roles.Contains(role.Value)).Select(role => role.Role).Distinct().ToList();
        return roles switch
        {
            [] => ErrorCatalogue.OfficerRoleNotGiven.With("no value of the role claim is listed"),
            [var role] => new ProvedPerson(KeyOf(arrival), arrival.Name, role),
            _ => ErrorCatalogue.OfficerRolesSeveral.With(string.Join(", ", roles)),
        };
    }

    // Of one length, and holding no number of an employee.
    private static string KeyOf(OfficerArrival arrival) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{arrival.Issuer}|{arrival.Subject}")));
}

/// <summary>A person whom the provider proved to be an officer of this administration.</summary>
/// <param name="Key">Stands for issuer and subject.</param>
/// <param name="Name">How the provider calls them; empty where it does not say.</param>
/// <param name="Role">The one role that it gives.</param>
internal sealed record ProvedPerson(string Key, string Name, OfficerRole Role);
