using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CrossBorder.Verification.Crypto;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.OpenIdFederation;

/// <summary>A statement of the hub.</summary>
/// <param name="Text">As it is sent.</param>
/// <param name="Expires">When it stops to hold.</param>
internal sealed record SignedStatement(string Text, DateTimeOffset Expires);

/// <summary>
/// Signs statements, and keeps each for a small part of its lifetime: anybody may ask, and must not cost a signature each time. What is stated is
/// compared, so that a statement that would say anything else, or be signed by another key, is signed anew (ADR 0046).
/// </summary>
internal sealed class SignedStatements(FederationKeys keys, IOptions<OpenIdFederationOptions> options, TimeProvider clock)
{
    /// <summary>The most that are kept.</summary>
    public const int Most = 1000;

    /// <summary>A statement is kept for this part of the time that it holds for.</summary>
    public const int Part = 24;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);

    /// <param name="type">Of the statement.</param>
    /// <param name="claims">All that it states but when it was made and when it ends.</param>
    /// <param name="expires">When it ends, where it is signed now; one that is kept ends earlier.</param>
    /// <exception cref="InvalidOperationException">No key of this node signs statements: the settings promised one.</exception>
    public SignedStatement Sign(string type, JsonObject claims, DateTimeOffset expires)
    {
        var key = keys.Signer;
        var content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{key.KeyId}\n{claims.ToJsonString()}")));
        // One at a time: whoever asks for the same meanwhile gets what the first one had signed.
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (kept.TryGetValue(content, out var known) && now < known.Until)
                return known.Statement;

            claims["iat"] = now.ToUnixTimeSeconds();
            claims["exp"] = expires.ToUnixTimeSeconds();
            var statement = new SignedStatement(Jws.Sign(key, type, Encoding.UTF8.GetBytes(claims.ToJsonString())), expires);
            MakeRoom(now);
            var until = now + (options.Value.StatementLifetime / Part);
            kept[content] = new(statement, until < expires ? until : expires);
            return statement;
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (kept.Count < Most)
            return;
        foreach (var over in kept.Where(one => one.Value.Until <= now).Select(one => one.Key).ToList())
            kept.Remove(over);
        if (kept.Count >= Most)
            kept.Clear();
    }

    private readonly record struct Kept(SignedStatement Statement, DateTimeOffset Until);
}
