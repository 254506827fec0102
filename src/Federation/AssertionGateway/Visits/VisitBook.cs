using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrossBorder.Federation.AssertionGateway.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.AssertionGateway.Visits;

/// <summary>Opens and keeps visits: for the browser that began one by its cookie, for callbacks by its reference.</summary>
internal sealed class VisitBook(IVisitStore store, GatewaySecrets secrets, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private const string CookieName = "gateway.visit";

    /// <summary>Begins a visit of this browser. One that it had before is left to end by itself.</summary>
    /// <returns>The browser's secret, by which the visit is found again.</returns>
    public async Task<string> BeginAsync(HttpContext context, Visit visit)
    {
        var (secret, _) = await KeepForAsync(_ => visit, context.RequestAborted);
        Adopt(context, secret);
        return secret;
    }

    /// <summary>Keeps a visit for a browser that comes later, with its secret in the address.</summary>
    /// <returns>The secret, and when the visit is over.</returns>
    public async Task<(string Secret, DateTimeOffset Until)> KeepForAsync(Func<string, Visit> visit, CancellationToken cancellationToken)
    {
        var secret = NewSecret();
        var id = IdOf(secret);
        var until = clock.GetUtcNow() + options.Value.VisitLifetime;
        store.Add(new VisitRow { Id = id, Reference = NewSecret(), State = Seal(id, visit(secret)), ExpiresAt = until });
        await store.TrySaveAsync(cancellationToken);
        return (secret, until);
    }

    /// <summary>This browser goes on with the visit.</summary>
    public static void Adopt(HttpContext context, string secret) => context.Response.Cookies.Append(CookieName, secret, Cookie(context));

    public Task<OpenVisit?> OfBrowserAsync(HttpContext context) => OfSecretAsync(context.Request.Cookies[CookieName], context.RequestAborted);

    /// <summary>Whether that secret is the one this browser has.</summary>
    public static bool IsOf(HttpContext context, string? secret) => secret is not null && context.Request.Cookies[CookieName] == secret;

    public Task<OpenVisit?> OfSecretAsync(string? secret, CancellationToken cancellationToken) =>
        secret is { Length: > 0 and <= 64 } ? FindAsync(IdOf(secret), cancellationToken) : Task.FromResult<OpenVisit?>(null);

    public async Task<OpenVisit?> FindAsync(string id, CancellationToken cancellationToken) =>
        Opened(await store.FindAsync(id, cancellationToken));

    public async Task<OpenVisit?> OfReferenceAsync(string reference, CancellationToken cancellationToken) =>
        Opened(await store.FindByReferenceAsync(reference, cancellationToken));

    /// <summary>False where another call was faster.</summary>
    public Task<bool> KeepAsync(OpenVisit open, Visit visit, CancellationToken cancellationToken)
    {
        open.Row.State = Seal(open.Row.Id, visit);
        open.Row.Version++;
        return store.TrySaveAsync(cancellationToken);
    }

    /// <summary>False where another call closed it first.</summary>
    public Task<bool> CloseAsync(OpenVisit open, CancellationToken cancellationToken)
    {
        store.Remove(open.Row);
        return store.TrySaveAsync(cancellationToken);
    }

    public static void LeaveBrowser(HttpContext context) => context.Response.Cookies.Delete(CookieName, Cookie(context));

    private OpenVisit? Opened(VisitRow? row) => row is null
        ? null
        : new OpenVisit(row, JsonSerializer.Deserialize<Visit>(Protector(row.Id).Unprotect(row.State))!, row.ExpiresAt <= clock.GetUtcNow());

    private byte[] Seal(string id, Visit visit) => Protector(id).Protect(JsonSerializer.SerializeToUtf8Bytes(visit));

    // Bound to its row: a state that somebody moves into another row does not open.
    private IDataProtector Protector(string id) => secrets.CreateProtector("visit").CreateProtector(id);

    private static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));

    private static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static CookieOptions Cookie(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    };
}
