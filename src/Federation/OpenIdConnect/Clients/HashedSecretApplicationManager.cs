using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace CrossBorder.Federation.OpenIdConnect.Clients;

/// <summary>
/// Secrets are configured as SHA-256 hashes and stored as they are. A plain hash suffices, because a client's secret is drawn
/// at random and not thought up; two may hold while one is being changed.
/// </summary>
internal sealed class HashedSecretApplicationManager(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication> cache,
    ILogger<OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication> store)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>(cache, logger, options, store)
{
    /// <summary>Stands where a hash would, and is the hash of nothing.</summary>
    public const string NoSecret = "none";

    private const char Separator = ',';

    public static string Join(IEnumerable<string> hashes) => string.Join(Separator, hashes);

    protected override ValueTask<string> ObfuscateClientSecretAsync(string secret, CancellationToken cancellationToken = default) => new(secret);

    protected override ValueTask<bool> ValidateClientSecretAsync(string secret, string comparand, CancellationToken cancellationToken = default)
    {
        var given = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))));
        var holds = false;
        // All are compared: how long it takes does not tell which one it was.
        foreach (var hash in comparand.Split(Separator))
            holds |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(hash));
        return new(holds);
    }
}
