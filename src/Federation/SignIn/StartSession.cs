using System.Globalization;
using System.Security.Claims;
using CrossBorder.Federation.Accounts;
using CrossBorder.Federation.Audit;
using CrossBorder.Federation.Hosting;
using CrossBorder.Federation.Trust.Records;
using CrossBorder.Verification.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.SignIn;

/// <summary>Makes a session from a verified and linked person, and later its cookie.</summary>
internal sealed class StartSession(
    IJourneys store, IVerifiedSessions sessions, ITrustRecords records, IAuditLog audit, HomeReferences references,
    IOptions<SignInOptions> options, TimeProvider clock)
{
    /// <summary>Joins the current unit of work. Every sign-in gets an id of its own: none that a browser brought along is used.</summary>
    public Session Add(string home, VerifiedIdentity person, SignedProof proof, LinkAnswer.Linked linked, string? device)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = BrowserBinding.NewId(),
            ResidentId = linked.ResidentId,
            Home = home,
            Assurance = person.Assurance.ToUrn(),
            Methods = string.Join(' ', person.AuthenticationMethods),
            AuthenticatedAt = person.AuthenticatedAt,
            CreatedAt = now,
            SeenAt = now,
            Device = device,
            HomeSession = proof.HomeSession is { } named ? references.OfSession(person.Home, named) : null,
            ExpiresAt = now + options.Value.IdentityLifetime,
            Identity = VerifiedIdentityJson.Write(person),
            Assertion = proof.Assertion,
            TrustPath = proof.Use?.Path,
            MainlandAccount = linked.MainlandAccount,
        };
        store.Add(session);
        if (proof.Use is { } use)
            records.Add(use, new TrustReference(proof.ClientId, session.Id));
        audit.Record("session.started", AuditActors.Resident, session.Id, new Dictionary<string, string>
        {
            ["home"] = home,
            ["acr"] = session.Assurance,
            ["assertion"] = person.AssertionDigest,
        });
        return session;
    }

    /// <summary>Signs the browser in, and ends the session that it had before.</summary>
    public async Task EnterAsync(HttpContext context, VerifiedSession session)
    {
        var before = await context.AuthenticateAsync(HubSchemes.Session);
        if (before.Principal?.FindFirst(HubClaims.SessionId)?.Value is { } old && old != session.Id)
        {
            if (before.Principal.FindFirst(HubClaims.Resident)?.Value == session.ResidentId)
                await sessions.RenewAsync(old, session.Id, context.RequestAborted);
            else
                await sessions.EndAsync(old, SessionEnd.Replaced, context.RequestAborted);
        }

        var identity = new ClaimsIdentity(HubSchemes.Session);
        identity.AddClaim(new Claim(HubClaims.SessionId, session.Id));
        identity.AddClaim(new Claim(HubClaims.Resident, session.ResidentId));
        identity.AddClaim(new Claim(HubClaims.Assurance, session.Assurance.ToUrn()));
        identity.AddClaim(new Claim(
            HubClaims.AuthenticatedAt, session.AuthenticatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        foreach (var method in session.Methods)
            identity.AddClaim(new Claim(HubClaims.Methods, method));

        await context.SignInAsync(HubSchemes.Session, new ClaimsPrincipal(identity), new AuthenticationProperties
        {
            IssuedUtc = clock.GetUtcNow(),
            ExpiresUtc = clock.GetUtcNow() + options.Value.SessionLifetime,
        });
    }
}
