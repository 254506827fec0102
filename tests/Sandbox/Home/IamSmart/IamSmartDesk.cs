using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CrossBorder.Sandbox.Residents;

namespace CrossBorder.Sandbox.Home.IamSmart;

/// <summary>What the sandbox's iAM Smart remembers: codes, tokens and content keys, for as long as it runs.</summary>
internal sealed class IamSmartDesk(TimeProvider clock)
{
    public static readonly TimeSpan KeyLifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (SandboxResident Resident, DateTimeOffset Until)> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SandboxResident> tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> nonces = new(StringComparer.Ordinal);
    private volatile Key? key;
    private int keysGiven;

    public int KeysGiven => keysGiven;

    /// <summary>The content key that is good now; null where none is.</summary>
    public byte[]? CurrentKey => key is { } held && held.Until > clock.GetUtcNow() ? held.Bytes : null;

    /// <summary>Different for each service.</summary>
    public static string SubjectOf(SandboxResident resident) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"sandbox iam smart {IamSmartService.ClientId} {resident.Login}")))[..32];

    public byte[] NewKey()
    {
        Interlocked.Increment(ref keysGiven);
        var bytes = IamSmartCipher.NewKey();
        key = new Key(bytes, clock.GetUtcNow() + KeyLifetime);
        return bytes;
    }

    public void EndKey() => key = null;

    public string NewCode(SandboxResident resident)
    {
        var code = Random();
        codes[code] = (resident, clock.GetUtcNow() + CodeLifetime);
        return code;
    }

    /// <summary>Once, and within its time.</summary>
    public (string Token, SandboxResident Resident)? Redeem(string? code)
    {
        if (code is null || !codes.TryRemove(code, out var held) || held.Until < clock.GetUtcNow())
            return null;
        var token = Random();
        tokens[token] = held.Resident;
        return (token, held.Resident);
    }

    public SandboxResident? Find(string? token) => token is not null && tokens.TryGetValue(token, out var resident) ? resident : null;

    public bool IsNewNonce(string nonce) => nonces.TryAdd(nonce, 0);

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record Key(byte[] Bytes, DateTimeOffset Until);
}
