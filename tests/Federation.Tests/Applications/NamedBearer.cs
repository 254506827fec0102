using System.Security.Claims;
using System.Text.Encodings.Web;
using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Hosting;
using CrossBorder.Verification.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Tests.Applications;

/// <summary>
/// Stands where access tokens are validated: the token is the caller's name. What a token is worth is tested with the hub's
/// own tokens elsewhere; here it is about what the API does with a caller.
/// </summary>
internal sealed class NamedBearer(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.Ordinal))
            return Task.FromResult(AuthenticateResult.NoResult());

        var name = header["Bearer ".Length..];
        var department = name.StartsWith("department-", StringComparison.Ordinal);
        var identity = new ClaimsIdentity(
        [
            new("client_id", department ? name : "yueshengshi"),
            new("oi_scp", department ? HubScopes.ApplicationsPickup : HubScopes.Applications),
            new(HubClaims.SessionId, name),
        ], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name)));
    }
}

/// <summary>r1 to r6 as they sign in; everybody else's session is over.</summary>
internal sealed class NamedApplicants : IApplicants
{
    private const string Named = "session-";

    public Task<Applicant?> FindAsync(string sessionId, string? clientId, CancellationToken cancellationToken)
    {
        // By the header of the test, or by the session that the applicant then has.
        var login = sessionId.StartsWith(Named, StringComparison.Ordinal) ? sessionId[Named.Length..] : sessionId;
        return Task.FromResult(login is ['r', >= '1' and <= '6']
            ? People.Applicant(login, login == "r4" ? AssuranceLevel.Low : AssuranceLevel.High)
            : null);
    }

    /// <summary>Nobody acts for anybody here.</summary>
    public Task<Applicant?> FindRepresentedAsync(string sessionId, string? clientId, string delegation, CancellationToken cancellationToken) =>
        Task.FromResult<Applicant?>(null);
}
